using System.Text.Json.Nodes;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Outputs;
using Runner.Tests.Formats.Settings;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Outputs;

/// <summary>
/// No package carries NIST's schema, so the rules that apply to what is written stand here, in our own words, after OSCAL 1.2's assessment results:
/// required keys, no others, and the forms of their values. With NIST's oscal_assessment-results_schema.json named by GATES_OSCAL_SCHEMA, that judges as well.
/// </summary>
public sealed class OscalResultsTests
{
    private const string Rules = """
        {
          "definitions": {
            "uuid": { "type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" },
            "token": { "type": "string", "pattern": "^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$" },
            "string": { "type": "string", "pattern": "^\\S(.*\\S)?$" },
            "line": { "type": "string", "pattern": "^[^\n]+$" },
            "time": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" },
            "reference": { "type": "string", "pattern": "^[A-Za-z0-9#%./_~-]+$" },
            "props": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["name", "value"], "additionalProperties": false,
              "properties": { "name": { "$ref": "#/definitions/token" }, "ns": { "type": "string", "pattern": "^https://" }, "value": { "$ref": "#/definitions/string" } } } },
            "controls": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["control-id"], "additionalProperties": false, "properties": { "control-id": { "$ref": "#/definitions/token" } } } }
          },
          "type": "object", "required": ["assessment-results"], "additionalProperties": false,
          "properties": { "assessment-results": { "type": "object", "required": ["uuid", "metadata", "import-ap", "results"], "additionalProperties": false, "properties": {
            "uuid": { "$ref": "#/definitions/uuid" },
            "metadata": { "type": "object", "required": ["title", "last-modified", "version", "oscal-version"], "additionalProperties": false, "properties": {
              "title": { "$ref": "#/definitions/line" }, "last-modified": { "$ref": "#/definitions/time" }, "version": { "$ref": "#/definitions/string" }, "oscal-version": { "const": "1.2.1" },
              "props": { "$ref": "#/definitions/props" }, "remarks": { "type": "string" } } },
            "import-ap": { "type": "object", "required": ["href"], "additionalProperties": false, "properties": { "href": { "$ref": "#/definitions/reference" } } },
            "results": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["uuid", "title", "description", "start", "reviewed-controls"], "additionalProperties": false, "properties": {
              "uuid": { "$ref": "#/definitions/uuid" }, "title": { "$ref": "#/definitions/line" }, "description": { "type": "string" }, "start": { "$ref": "#/definitions/time" }, "end": { "$ref": "#/definitions/time" },
              "props": { "$ref": "#/definitions/props" },
              "reviewed-controls": { "type": "object", "required": ["control-selections"], "additionalProperties": false, "properties": { "control-selections": { "type": "array", "minItems": 1, "items": { "type": "object",
                "anyOf": [{ "required": ["include-all"] }, { "required": ["include-controls"] }], "not": { "required": ["include-all", "include-controls"] }, "additionalProperties": false, "properties": {
                  "description": { "type": "string" }, "include-all": { "type": "object", "additionalProperties": false }, "include-controls": { "$ref": "#/definitions/controls" }, "exclude-controls": { "$ref": "#/definitions/controls" } } } } } },
              "attestations": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["parts"], "additionalProperties": false, "properties": { "parts": { "type": "array", "minItems": 1, "items": { "type": "object",
                "required": ["name"], "additionalProperties": false, "properties": { "name": { "$ref": "#/definitions/token" }, "ns": { "type": "string", "pattern": "^https://" }, "prose": { "type": "string" } } } } } } },
              "observations": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["uuid", "description", "methods", "collected"], "additionalProperties": false, "properties": {
                "uuid": { "$ref": "#/definitions/uuid" }, "title": { "$ref": "#/definitions/line" }, "description": { "type": "string" }, "collected": { "$ref": "#/definitions/time" },
                "methods": { "type": "array", "minItems": 1, "items": { "enum": ["EXAMINE", "INTERVIEW", "TEST", "UNKNOWN"] } },
                "relevant-evidence": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["description"], "additionalProperties": false, "properties": { "href": { "$ref": "#/definitions/reference" }, "description": { "type": "string" } } } } } } },
              "findings": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["uuid", "title", "description", "target"], "additionalProperties": false, "properties": {
                "uuid": { "$ref": "#/definitions/uuid" }, "title": { "$ref": "#/definitions/line" }, "description": { "type": "string" }, "props": { "$ref": "#/definitions/props" },
                "target": { "type": "object", "required": ["type", "target-id", "status"], "additionalProperties": false, "properties": { "type": { "enum": ["statement-id", "objective-id"] }, "target-id": { "$ref": "#/definitions/token" },
                  "status": { "type": "object", "required": ["state"], "additionalProperties": false, "properties": { "state": { "enum": ["satisfied", "not-satisfied"] }, "reason": { "enum": ["pass", "fail", "other"] }, "remarks": { "type": "string" } } } } },
                "related-observations": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["observation-uuid"], "additionalProperties": false, "properties": { "observation-uuid": { "$ref": "#/definitions/uuid" } } } } } } }
            } } },
            "back-matter": { "type": "object", "additionalProperties": false, "properties": { "resources": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["uuid"], "additionalProperties": false, "properties": {
              "uuid": { "$ref": "#/definitions/uuid" }, "title": { "$ref": "#/definitions/line" }, "description": { "type": "string" },
              "rlinks": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["href"], "additionalProperties": false, "properties": { "href": { "$ref": "#/definitions/reference" },
                "hashes": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["value", "algorithm"], "additionalProperties": false, "properties": { "algorithm": { "const": "SHA-256" }, "value": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } } } } } } } } } } }
          } } }
        }
        """;

    [Fact]
    public async Task Oscal_OfAnyOutcome_FollowsTheRulesOfAssessmentResults()
    {
        var attestation = await Sample.CreateAsync();
        var nothing = attestation with
        {
            Evaluation = attestation.Evaluation with
            {
                Results = [.. attestation.Evaluation.Results.Where(result => result.Outcome == ControlOutcome.NotApplicable)]
            }
        };

        JsonNode?[] documents = [Oscal(attestation), Oscal(nothing)];
        Ajv.Validate(JsonNode.Parse(Rules)!, documents.Select(document => document!.DeepClone())).ShouldAllBe(error => error == null);
        var wrong = documents[0]!.DeepClone();
        wrong["assessment-results"]!["results"]![0]!["findings"]![0]!["target"]!["status"]!["state"] = "ok";
        Ajv.Validate(JsonNode.Parse(Rules)!, [wrong]).ShouldAllBe(error => error != null);
        if (Environment.GetEnvironmentVariable("GATES_OSCAL_SCHEMA") is { Length: > 0 } official)
        {
            Ajv.Validate(
                JsonNode.Parse(await File.ReadAllTextAsync(official, TestContext.Current.CancellationToken))!,
                documents).ShouldAllBe(error => error == null);
        }
    }

    [Fact]
    public async Task Oscal_References_AllLeadSomewhere()
    {
        var root = Oscal(await Sample.CreateAsync())["assessment-results"]!;
        var ids = root["back-matter"]!["resources"]!.AsArray().Select(one => "#" + one!["uuid"]).ToList();
        var observations = root["results"]![0]!["observations"]!.AsArray();

        ids.ShouldContain(root["import-ap"]!["href"]!.GetValue<string>());
        observations.SelectMany(one => one!["relevant-evidence"]?.AsArray() ?? []).Select(one => one!["href"]!.GetValue<string>()).ShouldBeSubsetOf(ids);
        root["results"]![0]!["findings"]!.AsArray()
            .Select(one => one!["related-observations"]![0]!["observation-uuid"]!.GetValue<string>())
            .ShouldBe(observations.Select(one => one!["uuid"]!.GetValue<string>()));
        root["results"]![0]!["findings"]!.AsArray()
            .Select(one => one!["target"]!["status"]!["state"]!.GetValue<string>())
            .ShouldBe(["satisfied", "not-satisfied", "not-satisfied"]);
        root["results"]![0]!["findings"]!.AsArray().Select(one => one!["target"]!["status"]!["reason"]!.GetValue<string>()).ShouldBe(["pass", "fail", "other"]);
        root["results"]![0]!["findings"]!.AsArray()
            .Select(one => one!["props"]!.AsArray().Single(prop => prop!["name"]!.GetValue<string>() == "outcome")!["value"]!.GetValue<string>())
            .ShouldBe(["holds", "fails", "present-not-judged"]);
        root["results"]![0]!["findings"]![2]!["target"]!["status"]!["remarks"]!.GetValue<string>().ShouldStartWith("Present, not judged: ");
        root["results"]![0]!["props"]!.AsArray().Single(prop =>
            prop!["name"]!.GetValue<string>() == "controls-present-not-judged")!["value"]!.GetValue<string>().ShouldBe("1");
    }

    [Fact]
    public void Uuid_OfAName_IsOfVersionFiveAndTheSameAgain()
    {
        NameUuid.Of("space", "name").ShouldBe(NameUuid.Of("space", "name"));
        NameUuid.Of("space", "name")[14].ShouldBe('5');
        NameUuid.Of("space", "other").ShouldNotBe(NameUuid.Of("space", "name"));
    }

    private static JsonNode Oscal(ControlAttestation attestation) => JsonNode.Parse(OscalResults.Of(attestation, Bench.Sha256("json")))!;
}
