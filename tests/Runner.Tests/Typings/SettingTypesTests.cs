using Gates.Formats.Settings;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;
using Shouldly;
using Xunit;

namespace Runner.Tests.Typings;

public sealed class SettingTypesTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "x?: string;")]
    [InlineData("""{ "type": "string", "default": "" }""", "x: string;")]
    [InlineData("""{ "type": "string", "required": true }""", "x: string;")]
    [InlineData("""{ "type": "string", "one-of": ["a", "say \"b\""] }""", "x?: \"a\" | \"say \\\"b\\\"\";")]
    [InlineData("""{ "type": "integer" }""", "x?: number;")]
    [InlineData("""{ "type": "number", "default": 0.5 }""", "x: number;")]
    [InlineData("""{ "type": "boolean", "default": false }""", "x: boolean;")]
    [InlineData("""{ "type": "list" }""", "x?: unknown[];")]
    [InlineData("""{ "type": "list", "items": "string", "default": [] }""", "x: string[];")]
    [InlineData("""{ "type": "list", "items": { "type": "string", "one-of": ["a", "b"] } }""", "x?: (\"a\" | \"b\")[];")]
    [InlineData("""{ "type": "list", "items": { "type": "list", "items": "number" } }""", "x?: number[][];")]
    [InlineData("""{ "type": "map" }""", "x?: { [key: string]: unknown };")]
    [InlineData("""{ "type": "map", "items": { "type": "string", "one-of": ["a", "b"] } }""", "x?: { [key: string]: \"a\" | \"b\" };")]
    [InlineData(
        """{ "type": "list", "items": { "type": "map", "items": { "type": "string", "one-of": ["a", "b"] } } }""",
        "x?: { [key: string]: \"a\" | \"b\" }[];")]
    public void A_declaration_is_a_member(string declaration, string member) =>
        Members(declaration.Replace(
            "{ \"type\"",
            "{ \"description\": \"d\", \"type\"",
            StringComparison.Ordinal).Replace("\"items\": { \"description\": \"d\", ", "\"items\": { ", StringComparison.Ordinal))
            .Split('\n')[1].ShouldBe("  " + member);

    [Fact]
    public void A_map_of_known_keys_is_written_out_with_their_descriptions() =>
        Members("""
            {
              "type": "list",
              "description": "Limits",
              "items": { "type": "map", "keys": { "max-size": { "type": "integer", "min": 1, "max": 9, "default": 3, "description": "Bytes." }, "why": { "type": "string", "description": "Why" } } }
            }
            """).ShouldBe("""
              /** Limits. */
              x?: {
                /** Bytes. From 1 to 9. Default: 3. */
                "max-size": number;
                /** Why. */
                why?: string;
              }[];

            """);

    [Fact]
    public void A_description_cannot_end_its_comment() =>
        Members("""{ "type": "string", "default": "**/*", "description": "A glob such as **/*.js\n or */" }""").Split('\n')[0].ShouldBe("  /** A glob such as **\\/*.js  or *\\/. Default: \"**\\/*\". */");

    [Theory]
    [InlineData(SettingKind.Scalar, "x?: string | number | boolean;")]
    [InlineData(SettingKind.Duration, "x?: string;")]
    [InlineData(SettingKind.Date, "x?: string;")]
    internal void Options_of_built_in_gates_have_kinds_of_their_own(SettingKind kind, string member) =>
        SettingTypes.Members([new Setting("x", new SettingType(kind))]).ShouldEndWith("  " + member + "\n");

    [Fact]
    public void A_list_of_what_may_be_several_is_in_parentheses() =>
        SettingTypes.Members([new Setting(
            "x",
            new SettingType(SettingKind.List) { Item = new SettingType(SettingKind.Scalar) })]).ShouldBe("  x?: (string | number | boolean)[];\n");

    private static string Members(string declaration) =>
        SettingTypes.Members(PolicyManifest.Read($$"""{ "title": "t", "settings": { "x": {{declaration}} } }""", "policy.json").Settings);
}
