using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Runner.Tests.Attestation.Sigstore;

namespace Runner.Tests.Attestation.Controls.Assertions.Levels;

/// <summary>Provenance as builders on GitHub sign it, by an instance of Sigstore of our own.</summary>
internal static class Builds
{
    public const string Generator = "https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@refs/tags/v2.1.0";
    public const string Reusable = "https://github.com/acme/build/.github/workflows/build.yml@refs/tags/v3";
    public const string New = "https://slsa.dev/provenance/v1";
    public const string Old = "https://slsa.dev/provenance/v0.2";

    /// <summary>As actions/attest-build-provenance writes it.</summary>
    public static string Attested(string builder) => $$"""
        {
          "buildDefinition": {
            "buildType": "https://actions.github.io/buildtypes/workflow/v1",
            "externalParameters": {
              "workflow": { "ref": "refs/tags/v1.0.0", "repository": "https://github.com/acme/app", "path": ".github/workflows/release.yml" }
            },
            "resolvedDependencies": [ { "uri": "git+https://github.com/acme/app@refs/tags/v1.0.0", "digest": { "gitCommit": "{{Bench.Commit}}" } } ]
          },
          "runDetails": { "builder": { "id": "{{builder}}" } }
        }
        """;

    /// <summary>As slsa-github-generator writes it.</summary>
    public static string Generated { get; } = $$"""
        {
          "builder": { "id": "{{Generator}}" },
          "buildType": "https://github.com/slsa-framework/slsa-github-generator/generic@v1",
          "invocation": { "configSource": { "uri": "git+https://github.com/acme/app@refs/tags/v1.0.0", "digest": { "sha1": "{{Bench.Commit}}" } } }
        }
        """;

    public static string Bundle(
        this TestInstance instance,
        string predicate,
        string type = New,
        string identity = TestCertificates.Identity,
        string? runner = null,
        string? caller = null)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = TestCertificates.Request(new PublicKey(key), identity);
        Replace(request, 11, runner);
        Replace(request, 18, caller);
        return new TestBundle(instance)
        {
            Key = key,
            Certificate = instance.Certify(request),
            Payload = $$"""
                {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"app","digest":{"sha256":"{{Bench.Sha256("app")}}"} }],
                "predicateType":"{{type}}","predicate":{{predicate}} }
                """,
        }.Text;
    }

    public static AssertionScope Released(this TestInstance instance, params (string Path, string Text)[] files) => Bench.Scope(files) with
    {
        Sigstore = instance.Roots(),
        Commit = Bench.Commit,
        Tag = "v1.0.0",
        Repository = "https://github.com/acme/app",
        Artefacts = [new EvidenceItem("app", 3, Bench.Sha256("app"))],
    };

    private static void Replace(CertificateRequest request, int number, string? text)
    {
        if (text is null)
        {
            return;
        }

        var oid = FormattableString.Invariant($"1.3.6.1.4.1.57264.1.{number}");
        request.CertificateExtensions.Remove(request.CertificateExtensions.First(one => one.Oid!.Value == oid));
        byte[] utf8 = [0x0c, (byte)text.Length, .. System.Text.Encoding.UTF8.GetBytes(text)];
        request.CertificateExtensions.Add(new X509Extension(oid, utf8, false));
    }
}
