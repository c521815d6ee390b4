using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration.Policies;

public sealed class PolicyManifestTests
{
    [Fact]
    public void A_manifest_declares_settings_of_every_type()
    {
        var manifest = PolicyManifest.Read(
            """
            {
              "title": "T", "description": "D", "facts": { "yaml": ["**/*.yaml", "!old/**"] },
              "settings": {
                "level": { "type": "string", "one-of": ["low", "high"], "default": "low", "description": "d" },
                "share": { "type": "number", "min": 0, "max": 1, "default": 0.5, "description": "d" },
                "count": { "type": "integer", "required": true, "description": "d" },
                "strict": { "type": "boolean", "default": true, "description": "d" },
                "names": { "type": "list", "items": "string", "description": "d" },
                "any": { "type": "list", "description": "d" },
                "limits": { "type": "map", "items": "number", "default": { "a": 1 }, "description": "d" },
                "rules": { "type": "list", "description": "d", "items": { "type": "map", "keys": {
                  "files": { "type": "string", "required": true, "description": "d" } } } }
              },
              "help": { "rule": "Do this." }
            }
            """,
            "policy.json");

        (manifest.Title, manifest.Description, manifest.Help["rule"]).ShouldBe(("T", "D", "Do this."));
        manifest.Facts!["yaml"].ShouldBe(["**/*.yaml", "!old/**"]);
        manifest.Settings.Select(s => $"{s.Name}: {s.Type.Describe()}, {(s.Required ? "required" : SettingJson.ToText(s.Default))}").ShouldBe(
        [
            "level: one of low, high, \"low\"", "share: number, 0.5", "count: integer, required", "strict: true or false, true",
            "names: list of string, null", "any: list, null", "limits: map of number, {\"a\":1}", "rules: list of map, null",
        ]);
    }

    [Theory]
    [InlineData("{}", "1:1: key `title`: is missing; say in a few words what the policy looks at")]
    [InlineData("[]", "1:1: a list is not a policy manifest; write for example { \"title\": \"Image tags\" }")]
    [InlineData("{ \"title\": \"\" }", "1:12: key `title`: \"\" is not text")]
    [InlineData("{ \"title\": \"T\", // no\n }", "1:17: not valid JSON: comments are not part of JSON")]
    [InlineData("{ \"title\": \"T\", \"title\": \"U\" }", "1:17: the key \"title\" stands twice in this object")]
    [InlineData("{ \"title\": \"T\", \"facts\": { \"xlsx\": [\"a\"] } }", "1:28: key `facts.xlsx`: is not known; valid: ")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a\": \"string\" } }",
        "1:36: key `settings.a`: has no type; write { \"type\": \"string\", … }, where type is one of string, number, integer, boolean, list, map")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a\": { \"type\": \"strnig\", \"description\": \"d\" } } }",
        "1:46: key `settings.a.type`: \"strnig\" is not a type; did you mean \"string\"? valid: string, number, integer, boolean, list, map")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a\": { \"type\": \"string\" } } }",
        "1:36: key `settings.a.description`: is missing or empty; say what the setting does")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a\": { \"type\": \"string\", \"description\": \"d\", \"min\": 1 } } }",
        "1:76: key `settings.a.min`: is not known; valid: type, one-of, glob, description, default, required")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a\": { \"type\": \"integer\", \"description\": \"d\", \"default\": \"x\" } } }",
        "1:88: key `settings.a.default`: \"x\" is not a whole number")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a\": { \"type\": \"boolean\", \"description\": \"d\", \"default\": true, \"required\": true } } }",
        "1:88: key `settings.a.default`: a required setting has no default; remove one of the two")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a b\": { \"type\": \"boolean\", \"description\": \"d\" } } }",
        "1:31: key `settings.\"a b\"`: is not a setting's name; start with a letter, then letters, digits, - or _")]
    [InlineData(
        "{ \"title\": \"T\", \"settings\": { \"a\": { \"type\": \"map\", \"description\": \"d\", \"items\": \"string\", \"keys\": {} } } }",
        "1:82: key `settings.a.items`: a map has either `keys`, each its own setting, or `items`; remove one of the two")]
    public void A_wrong_manifest_is_explained_at_its_place(string json, string message) =>
        Should.Throw<UsageException>(() => PolicyManifest.Read(json, "p/policy.json")).Message.ShouldStartWith("p/policy.json:" + message);

    [Fact]
    public void A_group_of_settings_is_checked_key_by_key()
    {
        const string Json =
            """{ "title": "T", "settings": { "rules": { "type": "list", "description": "d", "items": { "type": "map", "keys": { "files": { "type": "string", "required": true, "description": "Which files." } } } } } }""";
        var tree = new MemoryTree(("p/policy.js", ""), ("p/policy.json", Json));
        var configuration = ConfigurationReader.Read(
            "version: 1\ngates:\n  own: { policy: p, facts: { yaml: [a] }, with: { rules: [{ file: a }] } }\n",
            "g.yml");

        Should.Throw<UsageException>(() => Planner.Plan(
            configuration,
            new PlanRequest { Tree = tree, Services = new GateServices(TimeProvider.System), Today = default }))
            .Message.ShouldBe(
                "g.yml:3:59: key `gates.own.with.rules[0].files`: is missing: Which files.\n"
                + "g.yml:3:61: key `gates.own.with.rules[0].file`: is not known; did you mean \"files\"? valid: files");
    }

    [Fact]
    public void Every_shipped_policy_has_a_valid_manifest_and_says_what_it_collects()
    {
        ShippedPolicies.Ids.ShouldNotBeEmpty();
        foreach (var id in ShippedPolicies.Ids)
        {
            ShippedPolicies.Find(id)!.Facts.ShouldNotBeNull(id);
            ShippedPolicies.Source(id).Text.ShouldContain("judge");
        }
    }
}
