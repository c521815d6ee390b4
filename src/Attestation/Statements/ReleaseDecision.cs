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

    /// <value>What is before the key in <c>verifier.id</c>.</value>
    private const string VerifierUri = "https://github.com/gates-ci/gates/verifier/sha256:";

    /// <value>Names the workflow that ran it, which the verifier's name leaves out: a ref in it would be another verifier for each tag.</value>
    private const string WorkflowField = "https://github.com/gates-ci/gates/workflow";

    private const string SlsaVersion = "1.2";

    /// <summary>Whether a run lets its commit be released: one in which nothing was looked at shows nothing.</summary>
    public static bool Holds(RunReport report) => report is { ExitCode: ExitCode.Holds, Verdict: not Verdict.Skipped };

    /// <summary>
    /// The verifier's name: this program with a key, by the SHA-256 of its SubjectPublicKeyInfo. It stays as long as the key does, whatever version, workflow
    /// or ref runs it, so that whoever believes it can pair the two. Without a key it is the workflow that the certificate names, less its ref.
    /// </summary>
    /// <param name="signer">A key's id, in Base64 as public-key hints are, or the address of a workflow.</param>
    public static string VerifierOf(string signer) => signer.Contains("://", StringComparison.Ordinal)
        ? signer.Split('@')[0]
        : VerifierUri + Convert.ToHexStringLower(Convert.FromBase64String(signer));

    /// <param name="report">The run.</param>
    /// <param name="kept">Its gates.</param>
    /// <param name="facts">What it was about.</param>
    /// <param name="inputs">The signed results of all its gates; each name with the SHA-256 of the file.</param>
    /// <param name="signer">Who signs it, by <see cref="VerifierOf"/>.</param>
    public static Statement Of(
        RunReport report, IReadOnlyList<KeptGate> kept, RunFacts facts, IReadOnlyList<(string Name, string Sha256)> inputs, string signer)
    {
        var holds = Holds(report);
        var verified = VerifiedLevels.Of(report, facts);
        return new Statement([.. facts.Subjects, .. verified.Artifacts], PredicateType, StatementJson.Element(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("verifier");
            json.WriteString("id", VerifierOf(signer));
            json.WriteStartObject("version");
            json.WriteString("gates", report.ToolVersion);
            json.WriteEndObject();
            json.WriteEndObject();
            json.Text(WorkflowField, facts.Run?.WorkflowUrl);
            json.WriteString("timeVerified", EvidenceTime.Write(report.Started + report.Elapsed));
            json.WriteString("resourceUri", facts.ResourceUri);
            json.WriteStartObject("policy");
            json.WriteString("uri", PolicyUri);
            json.Digest(PolicyDigest(kept));
            json.WriteEndObject();
            json.WriteStartArray("inputAttestations");
            foreach (var (name, sha256) in inputs.Concat(verified.Inputs))
            {
                json.WriteStartObject();
                json.WriteString("uri", name);
                json.Digest(sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("verificationResult", holds ? "PASSED" : Failed);
            json.Texts("verifiedLevels", holds ? [Passed, .. verified.Levels] : [Failed]);
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
