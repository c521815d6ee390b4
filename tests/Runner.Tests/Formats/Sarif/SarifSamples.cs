namespace Runner.Tests.Formats.Sarif;

/// <summary>SARIF in the shapes that scanners write, cut to what matters.</summary>
internal static class SarifSamples
{
    /// <value>CodeQL: rules in an extension, numbers as text, links in messages.</value>
    public const string CodeQl = """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
          "runs": [{
            "tool": {
              "driver": { "name": "CodeQL", "organization": "GitHub", "semanticVersion": "2.19.3", "rules": [] },
              "extensions": [
                { "name": "codeql/javascript-queries", "semanticVersion": "1.2.3+abc", "rules": [
                  { "id": "js/sql-injection", "name": "js/sql-injection", "shortDescription": { "text": "Database query built from user-controlled sources" },
                    "defaultConfiguration": { "enabled": true, "level": "error" },
                    "properties": { "tags": ["security", "external/cwe/cwe-089"], "kind": "path-problem", "precision": "high", "problem.severity": "error", "security-severity": "8.8" } },
                  { "id": "js/unused-local-variable", "name": "js/unused-local-variable", "defaultConfiguration": { "level": "note" },
                    "properties": { "tags": ["maintainability"], "problem.severity": "recommendation" } }
                ] }
              ]
            },
            "invocations": [{ "toolExecutionNotifications": [{ "level": "none", "message": { "text": "" } }], "executionSuccessful": true }],
            "artifacts": [{ "location": { "uri": "src/db%20layer.js", "uriBaseId": "%SRCROOT%", "index": 0 } }],
            "results": [
              { "ruleId": "js/sql-injection", "ruleIndex": 0, "rule": { "id": "js/sql-injection", "index": 0, "toolComponent": { "index": 0 } },
                "message": { "text": "This query string depends on a [user-provided value](1)." },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "src/db%20layer.js", "uriBaseId": "%SRCROOT%", "index": 0 }, "region": { "startLine": 12, "startColumn": 5, "endColumn": 40 } } }],
                "partialFingerprints": { "primaryLocationLineHash": "39fa2ee980eb94b0:1", "primaryLocationStartColumnFingerprint": "4" } },
              { "ruleId": "js/unused-local-variable", "rule": { "id": "js/unused-local-variable", "index": 1, "toolComponent": { "index": 0 } },
                "message": { "text": "Unused variable x." },
                "locations": [{ "physicalLocation": { "artifactLocation": { "index": 0 }, "region": { "startLine": 3, "endLine": 4 } } }] }
            ]
          }]
        }
        """;

    /// <value>Trivy: words among the tags, a declared base, arguments already filled in.</value>
    public const string Trivy = """
        { "version": "2.1.0", "$schema": "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/main/sarif-2.1/schema/sarif-schema-2.1.0.json",
          "runs": [{
            "tool": { "driver": { "fullName": "Trivy Vulnerability Scanner", "informationUri": "https://github.com/aquasecurity/trivy", "name": "Trivy", "version": "0.57.0",
              "rules": [
                { "id": "CVE-2023-44487", "name": "LanguageSpecificPackageVulnerability", "shortDescription": { "text": "HTTP/2 rapid reset" }, "defaultConfiguration": { "level": "error" },
                  "helpUri": "https://avd.aquasec.com/nvd/cve-2023-44487", "properties": { "precision": "very-high", "security-severity": "7.5", "tags": ["vulnerability", "security", "HIGH"] } },
                { "id": "DS002", "name": "Misconfiguration", "defaultConfiguration": { "level": "error" }, "properties": { "precision": "very-high", "tags": ["misconfiguration", "security", "CRITICAL"] } }
              ] } },
            "results": [
              { "ruleId": "CVE-2023-44487", "ruleIndex": 0, "level": "error", "message": { "text": "Package: golang.org/x/net\nInstalled Version: v0.7.0" },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "go.mod", "uriBaseId": "ROOTPATH" }, "region": { "startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 1 } } }] },
              { "ruleId": "DS002", "ruleIndex": 1, "level": "error", "message": { "text": "Specify a USER" },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///github/workspace/app/Dockerfile" }, "region": { "startLine": 0 } } }],
                "suppressions": [{ "kind": "external", "status": "accepted" }] }
            ],
            "columnKind": "utf16CodeUnits",
            "originalUriBaseIds": { "ROOTPATH": { "uri": "file:///github/workspace/" } }
          }] }
        """;

    /// <value>Semgrep: "HIGH CONFIDENCE" is no severity, messages keep their braces.</value>
    public const string Semgrep = """
        { "version": "2.1.0", "runs": [{
            "invocations": [{ "executionSuccessful": false, "toolExecutionNotifications": [{ "descriptor": { "id": "Timeout" }, "level": "error", "message": { "text": "Timeout at src/big.py" } }] }],
            "tool": { "driver": { "name": "Semgrep OSS", "semanticVersion": "1.97.0", "rules": [
              { "id": "python.flask.security.xss", "name": "python.flask.security.xss", "defaultConfiguration": { "level": "warning" }, "helpUri": "https://semgrep.dev/r/x",
                "properties": { "precision": "very-high", "tags": ["CWE-79", "HIGH CONFIDENCE", "security"] } }] } },
            "results": [{ "ruleId": "python.flask.security.xss", "fingerprints": { "matchBasedId/v1": "abc_0" }, "message": { "text": "Do not write {{ value | safe }}" },
              "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "./src/../app.py", "uriBaseId": "%SRCROOT%" }, "region": { "startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 9 } } }] }] }] }
        """;

    /// <value>Grype on an image: a number, and places that are no files of the repository.</value>
    public const string Grype = """
        { "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "Grype", "version": "0.85.0", "rules": [
            { "id": "CVE-2024-3094-xz", "name": "DpkgMatcherExactDirectMatch", "properties": { "purls": ["pkg:deb/debian/xz"], "security-severity": 10.0 } }] } },
          "results": [{ "ruleId": "CVE-2024-3094-xz", "level": "error", "message": { "text": "A critical vulnerability" },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///var/lib/dpkg/status" }, "region": { "startLine": 1 } } }] }] }] }
        """;

    /// <summary>A log with one result and one rule, both as written.</summary>
    public static string Log(string result, string rule = "{ \"id\": \"r\" }", string run = "") =>
        $$"""{ "version": "2.1.0", "runs": [{ {{run}} "tool": { "driver": { "name": "t", "rules": [{{rule}}] } }, "results": [{{result}}] }] }""";
}
