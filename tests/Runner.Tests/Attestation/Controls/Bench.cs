using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Support;

namespace Runner.Tests.Attestation.Controls;

/// <summary>Holds one control with one assertion against files in memory.</summary>
internal static class Bench
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public const string Commit = "4caeb2e69f7c3a205bcd25397ec4d0c437d0378c";

    public static ControlCatalogue Catalogue(string text) => ControlCatalogue.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "catalog.yaml");

    public static AssertionScope Scope(params (string Path, string Text)[] files) =>
        new() { Evidence = new EvidenceFolder(new MemoryTree(files), ""), Now = Now };

    /// <summary>What one assertion finds in all files.</summary>
    public static async Task<AssertionResult> CheckAsync(string assertion, AssertionScope scope)
    {
        var catalogue = Catalogue($"schema: 1\ncontrols: [{{ id: C-1, name: C, evidence: [\"**\"], assert: [{{ {assertion} }}] }}]\n");
        return (await new ControlEvaluator(scope).EvaluateAsync(catalogue, CancellationToken.None)).Results[0].Assertions[0];
    }

    public static Task<AssertionResult> CheckAsync(string assertion, params (string Path, string Text)[] files) => CheckAsync(assertion, Scope(files));

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Bundle(Ed25519PrivateKey key, string predicateType, params Subject[] subjects) => Bundle(key, predicateType, "{}", subjects);

    public static string Bundle(Ed25519PrivateKey key, string predicateType, string predicate, params Subject[] subjects) =>
        Encoding.UTF8.GetString(SigstoreBundle.Sign(new Statement(subjects, predicateType, JsonElement.Parse(predicate)).ToBytes(), key).ToBytes());

    /// <summary>A gate's signed result, as a run leaves it.</summary>
    public static string Result(Ed25519PrivateKey key, string gate, string verdict, string commit = Commit) => Bundle(
        key,
        "https://in-toto.io/attestation/test-result/v0.1",
        $$"""{ "result": "{{(verdict is "failed" or "errored" ? "FAILED" : verdict == "warned" ? "WARNED" : "PASSED")}}", "configuration": [], "gates": { "gate": { "id": "{{gate}}" }, "verdict": "{{verdict}}", "mode": "enforce", "workspace": "clean" } }""",
        Subject.Commit("head", commit));

    public static TrustedKeys Trust(params Ed25519PrivateKey[] keys) =>
        TrustedKeys.Read(
            Encoding.UTF8.GetBytes(
                string.Concat(
                    keys.Select(key =>
                        "-----BEGIN PUBLIC KEY-----\n" + Convert.ToBase64String(key.PublicKey.SubjectPublicKeyInfo.Span) + "\n-----END PUBLIC KEY-----\n"))),
            "trusted.pem");
}
