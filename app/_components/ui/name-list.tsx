/** Names one after the other, each kept in its own direction of writing. */
export function NameList({ names }: { names: { name: string; href?: string }[] }) {
  return (
    <ul>
      {names.map(({ name, href }) => (
        <li key={href ?? name} className="inline [&+&]:before:content-[';_']">
          {href ? (
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}
