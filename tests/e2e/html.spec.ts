import { HtmlValidate } from "html-validate";
import { expect, findPages, test } from "./watched";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Matters of style that the framework decides.
    "void-style": "off",
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "attribute-empty-style": "off",
    // The length of a title is an editor's choice.
    "long-title": "off",
  },
});

test("the HTML of every page is valid", async ({ page, request }) => {
  for (const [name, address] of Object.entries(await findPages(page))) {
    const html = await (await request.get(address)).text();
    const { results } = await validator.validateString(html);
    const errors = results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column, selector }) =>
          `${ruleId} ${line}:${column} ${selector}: ${message}`,
      ),
    );
    expect(errors, name).toEqual([]);
  }
});
