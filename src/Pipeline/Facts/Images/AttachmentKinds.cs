using Gates.Doors.Registry;

namespace Gates.Pipeline.Facts.Images;

/// <summary>What an attachment is, by the media types and annotations that its makers use.</summary>
internal static class AttachmentKinds
{
    public const string Sbom = "sbom";
    public const string Signature = "signature";
    public const string Provenance = "provenance";
    public const string Other = "other";

    /// <value>Where in-toto's, sigstore's and cosign's tools write what a statement says.</value>
    private static readonly string[] PredicateNames = ["in-toto.io/predicate-type", "dev.sigstore.bundle.predicateType", "predicateType"];

    /// <summary>The predicate that annotations name; <see langword="null"/> without one.</summary>
    public static string? Predicate(IReadOnlyDictionary<string, string> annotations) =>
        PredicateNames.Select(name => annotations.GetValueOrDefault(name)).FirstOrDefault(type => type is { Length: > 0 });

    /// <param name="type">A media type, an artifact's type, or a predicate's.</param>
    public static string Of(string type) =>
        Contains(type, "spdx") || Contains(type, "cyclonedx") || Contains(type, "vnd.syft") || Contains(type, ".artifact.sbom") ? Sbom
        : Contains(type, "slsa.dev/provenance") ? Provenance
        : Contains(type, "simplesigning") || Contains(type, "notary.signature") || Contains(type, ".artifact.sig.") || Contains(type, "cosign/sign") ? Signature
        : Other;

    /// <summary>Of a referrer, as its list describes it.</summary>
    public static (string Kind, string Type) Of(Descriptor referrer)
    {
        var type = Predicate(referrer.Annotations) ?? referrer.ArtifactType ?? "";
        return Of(type) is var kind && kind == Other && referrer.Annotations.GetValueOrDefault("dev.sigstore.bundle.content") == "message-signature"
            ? (Signature, type)
            : (kind, type);
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
