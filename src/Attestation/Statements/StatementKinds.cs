using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;

namespace Gates.Attestation.Statements;

/// <summary>The statements that this program knows: which key may sign them, and what they say.</summary>
internal static class StatementKinds
{
    public const string TestResult = GateStatement.PredicateType;
    public const string Decision = ReleaseDecision.PredicateType;
    public const string Controls = "https://gates-ci.github.io/control-attestation/v1";
    public const string Reference = "https://in-toto.io/attestation/reference/v0.1";
    public const string ImportedChain = "https://github.com/gates-ci/gates/imported-chain/v0.1";

    public const string Audit = "https://gates-ci.github.io/release-audit/v1";

    /// <summary>What is said about a release is the release key's; everything else is evidence.</summary>
    public static KeyUse UseOf(Statement statement) =>
        statement.PredicateType is Reference or Controls ? KeyUse.Release : KeyUse.Evidence;

    /// <summary>Whether this program makes such statements, so that their use of a key is fixed.</summary>
    public static bool IsOurs(Statement statement) =>
        statement.PredicateType is Reference or Controls or Audit or TestResult or DecisionLog.PredicateType or RunFiles.PredicateType;

    /// <summary>One line for people; every text in it is somebody else's.</summary>
    public static string Describe(Statement statement) => statement.PredicateType switch
    {
        TestResult => $"{Gate(statement) ?? "a gate"} {Text(statement.Predicate, "result")?.ToLowerInvariant()} for {About(statement)}",
        Decision => $"release decision {Text(statement.Predicate, "verificationResult")?.ToLowerInvariant()} for {About(statement)}",
        RunFiles.PredicateType => FormattableString.Invariant($"list of {Count(statement.Predicate, "files")} files of a run for {About(statement)}"),
        DecisionLog.PredicateType => $"decision log for {About(statement)}",
        Audit => FormattableString.Invariant($"release audit of {Text(statement.Predicate, "quarter")}, {Count(statement.Predicate, "population")} releases"),
        Reference => FormattableString.Invariant($"manifest of {Count(statement.Predicate, "references")} files{Of(NamedRelease.Of(statement))}"),
        ImportedChain => FormattableString.Invariant($"chain of others, imported: {Count(statement.Predicate, "files")} files; what its records say is theirs"),
        var type => $"{type.TrimEnd('/').Split('/').TakeLast(2).Aggregate((one, other) => $"{one}/{other}")} about {About(statement)}",
    };

    /// <summary>What a result follows from: each thing's name, digest, and the file of its run's folder, if it was kept.</summary>
    public static IEnumerable<(string Name, string Sha256, string? File)> Materials(Statement statement, string path) =>
        new EvidenceJson(statement.Predicate, path, "predicate").Array("configuration")
            .Select(material =>
                (material.OptionalText("name") ?? "", material.Object("digest").Text("sha256"), material.OptionalObject("annotations")?.OptionalText("file")));

    /// <summary>What a release decision says, <c>PASSED</c> or <c>FAILED</c>; <see langword="null"/> when it says nothing.</summary>
    public static string? DecisionOf(Statement statement) => Text(statement.Predicate, "verificationResult");

    /// <summary>The gate that a test result is of.</summary>
    public static string? Gate(Statement statement) =>
        statement.Predicate.TryGetProperty(GateStatement.Extension, out var own)
            && own.ValueKind == JsonValueKind.Object
            && own.TryGetProperty("gate", out var gate)
            && gate.ValueKind == JsonValueKind.Object
            ? Text(gate, "id")
            : null;

    private static string Of(NamedRelease? release) => release is null ? ""
        : $" of {release.Tag}, commit {release.Commit[..Math.Min(12, release.Commit.Length)]}"
            + (release.Decision is { } decision ? $", decision {decision.ToLowerInvariant()}" : "");

    private static string About(Statement statement)
    {
        var subject = statement.Subjects[0];
        var digest = subject.Digest.Values.First();
        return subject.Digest.ContainsKey("gitCommit") ? $"commit {digest[..Math.Min(12, digest.Length)]}" : subject.Name.Length > 0 ? subject.Name : digest;
    }

    private static int Count(JsonElement value, string name) =>
        value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
