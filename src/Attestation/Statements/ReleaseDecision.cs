using System.Security.Cryptography;
using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Attestation.Statements;

/// <summary>Whether a commit may be released: a SLSA Verification Summary over all gates of a run.</summary>
internal static class ReleaseDecision
{
    public const string PredicateType = "https://slsa.dev/verification_summary/v1";

    /// <value>The level of a commit that may.</value>
    public const string Passed = "GATES_RELEASE_PASSED";

    public const string Failed = "FAILED";

    /// <value>Where it is written how the digest of <see cref="PolicyDigest"/> is made.</value>
    private const string PolicyUri = "https://github.com/gates-ci/gates/blob/main/docs/evidence.md#the-release-decision";

    private const string SlsaVersion = "1.2";

    /// <summary>Whether a run lets its commit be released: one in which nothing was looked at shows nothing.</summary>
    public static bool Holds(RunReport report) => report is { ExitCode: ExitCode.Holds, Verdict: not Verdict.Skipped };

    /// <param name="report">The run.</param>
    /// <param name="kept">Its gates.</param>
    /// <param name="facts">What it was about.</param>
    /// <param name="inputs">The signed results of all its gates; each name with the SHA-256 of the file.</param>
    public static Statement Of(RunReport report, IReadOnlyList<KeptGate> kept, RunFacts facts, IReadOnlyList<(string Name, string Sha256)> inputs)
    {
        var holds = Holds(report);
        return new Statement(facts.Subjects, PredicateType, StatementJson.Element(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("verifier");
            json.WriteString("id", facts.Run?.WorkflowUrl ?? RunFacts.ToolUri(report.ToolVersion));
            json.WriteStartObject("version");
            json.WriteString("gates", report.ToolVersion);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("timeVerified", EvidenceTime.Write(report.Started + report.Elapsed));
            json.WriteString("resourceUri", facts.ResourceUri);
            json.WriteStartObject("policy");
            json.WriteString("uri", PolicyUri);
            json.Digest(PolicyDigest(kept));
            json.WriteEndObject();
            json.WriteStartArray("inputAttestations");
            foreach (var (name, sha256) in inputs)
            {
                json.WriteStartObject();
                json.WriteString("uri", name);
                json.Digest(sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("verificationResult", holds ? "PASSED" : Failed);
            json.Texts("verifiedLevels", [holds ? Passed : Failed]);
            json.WriteString("slsaVersion", SlsaVersion);
            json.WriteEndObject();
        }));
    }

    /// <summary>
    /// Names the whole rule book of a run: SHA-256 of the canonical JSON list of <c>{gate, policy, settings, rules}</c>, the gates by name, policy, settings
    /// and, where the evidence names them, rules by their digests. Equal for two runs exactly when they judged by the same rules.
    /// </summary>
    public static string PolicyDigest(IReadOnlyList<KeptGate> kept) => Sha256Hex.Of(CanonicalJson.Of(json =>
    {
        json.WriteStartArray();
        foreach (var gate in kept.OrderBy(gate => gate.Result.GateId, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("gate", gate.Result.GateId);
            json.WriteString("policy", gate.Policy.Digest);
            json.WriteString("settings", gate.Settings.Digest);
            json.Text("rules", CollectedRules.Of(gate.Result)?.Digest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }));
}
