namespace Acceptance.Tests.Publishing;

/// <summary>What a rewritten workflow could upload.</summary>
internal static class Forgery
{
    public static string Of(string verdict, params IEnumerable<string> gates) => $$"""
        { "version": 1, "toolVersion": "9.9.9", "verdict": "{{verdict}}", "exitCode": 0, "started": "2026-01-01T00:00:00Z", "elapsedMs": 1, "configuration": "x", "notes": [],
          "changes": { "head": null, "base": null, "files": 0 }, "proposed": null, "gates": [{{string.Join(',', gates.Select(gate => Gate(gate, verdict)))}}] }
        """;

    private static string Gate(string id, string verdict) => $$"""
        { "id": "{{id}}", "title": "x", "mode": "enforce", "modeReason": null, "verdict": "{{verdict}}", "error": null, "skipReason": null, "started": "2026-01-01T00:00:00Z",
          "elapsedMs": 1, "policy": { "name": "x" }, "findings": [], "passed": [], "metrics": [], "log": [] }
        """;
}
