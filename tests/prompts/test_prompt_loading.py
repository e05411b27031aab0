import pytest

from prompts import Message, PromptError, load
from prompts.loading import names, parse

HEAD = '+++\ndescription = "Chào"\nvariables = ["name"]\n+++\n'
GOOD = HEAD + "# system\nGiữ {{ngoặc}}.\n\n# user\nXin chào {name}\n"


@pytest.mark.parametrize("name", names())
def test_every_shipped_prompt_loads_and_renders(name: str) -> None:
    prompt = load(name)
    messages = prompt.render({variable: f"<{variable}>" for variable in prompt.variables})
    assert [message.role for message in messages] == ["system", "user"]
    whole = "\n".join(message.text for message in messages)
    assert all(f"<{variable}>" in whole for variable in prompt.variables)


def test_the_prompts_the_assistant_needs_are_there() -> None:
    assert {"answer", "rewrite_query"} <= set(names())


def test_braces_in_values_and_doubled_braces_are_text() -> None:
    messages = parse("chao", GOOD).render({"name": "{x} {0} {{y}} %s"})
    assert messages == (Message("system", "Giữ {ngoặc}."), Message("user", "Xin chào {x} {0} {{y}} %s"))


@pytest.mark.parametrize(
    ("values", "message"),
    [({}, "no value for name"), ({"name": "a", "age": "3", "zip": "1"}, "no variable age, zip")],
)
def test_wrong_values_are_named(values: dict[str, str], message: str) -> None:
    with pytest.raises(PromptError, match=message):
        parse("chao", GOOD).render(values)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# system\na\n# user\nb", "front matter between two"),
        (GOOD.replace('"Chào"', "Chào"), "not TOML"),
        (GOOD.replace("description", "colour"), "description"),
        (GOOD.replace("variables", 'colour = "red"\nvariables'), "colour"),
        (GOOD.replace('["name"]', '["name", "age"]'), "never uses: age"),
        (GOOD.replace("{name}", "{nmae}"), "undeclared variable: nmae"),
        (GOOD.replace("{name}", "{name.x}"), "not a variable name"),
        (GOOD.replace("{name}", "{name"), "write a literal brace twice"),
        (GOOD.replace("{name}", "{}"), "not a variable name"),
        (GOOD.replace("# user", "# human"), "come '# system' and '# user'"),
        (HEAD + "# user\n{name}\n# system\nx", "in this order"),
    ],
)
def test_malformed_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(PromptError, match=message):
        parse("chao", text)


@pytest.mark.parametrize("name", ["absent", "../README", "answer.md", ""])
def test_unknown_prompt_lists_those_there_are(name: str) -> None:
    with pytest.raises(PromptError, match=r"there are: .*answer"):
        load(name)
