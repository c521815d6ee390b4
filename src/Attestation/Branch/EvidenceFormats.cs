using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Archive;
using Gates.Attestation.Envelopes;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;
using Gates.Formats.Sarif;
using Gates.Pipeline.Facts;

namespace Gates.Attestation.Branch;

/// <summary>Reads another tool's file by the type that it is logged as: what calls itself a report and is none must not stand in a log for ever.</summary>
internal static class EvidenceFormats
{
    private const int MaxUnpacked = 64 << 20;

    private static readonly DocumentLimits Limits = new() { Bytes = MaxUnpacked, Nodes = 3_000_000 };

    /// <param name="name">What the file is called.</param>
    /// <param name="type">One of <see cref="ThirdPartyFile.Types"/>.</param>
    /// <param name="content">The file.</param>
    /// <returns>What it was read as; <see langword="null"/> for a type that has no one format.</returns>
    /// <exception cref="UsageException">It is not what its type says.</exception>
    public static string? Read(string name, string type, byte[] content)
    {
        try
        {
            return type switch
            {
                "sarif" => $"SARIF {new SarifReader(name).Read(JsonReader.Read(Text(content, name), name, Limits)).Version}",
                "sbom" => Bill(Text(content, name), name),
                "tests" => Tests(Text(content, name), name),
                "load" => Load(content, name),
                "vex" => Vex(JsonReader.Read(Text(content, name), name, Limits), name),
                "provenance" => Provenance(content, name),
                "archive" => Archive(content, name),
                _ => null,
            };
        }
        catch (Exception e) when (e is DocumentException or EvaluationException or EvidenceFormatException or InvalidDataException)
        {
            throw new UsageException($"--type {type}: {e.Message}");
        }
    }

    /// <summary>The file's text, also that of one in gzip.</summary>
    private static string Text(byte[] content, string name)
    {
        using var stream = new MemoryStream(content, writable: false);
        if (content is not [0x1F, 0x8B, ..])
        {
            return DocumentText.Read(stream, name, Limits);
        }

        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        var bytes = BoundedBytes.Read(unpacked, MaxUnpacked)
            ?? throw new EvaluationException(FormattableString.Invariant($"{name}: unpacks to more than {MaxUnpacked >> 20} MiB"));
        using var inner = new MemoryStream(bytes, writable: false);
        return DocumentText.Read(inner, name, Limits);
    }

    private static string Bill(string text, string name)
    {
        var bill = SbomFacts.Read(text, name);
        return $"{bill.Format} {bill.Version}";
    }

    private static string Archive(byte[] content, string name)
    {
        _ = ArchiveList.Read(content, name);
        return "list of an archive";
    }

    private static string Tests(string text, string name)
    {
        _ = JUnitFacts.Read(text, name);
        return "JUnit";
    }

    private static string Load(byte[] content, string name)
    {
        _ = LoadResultReader.Read(name, () => new MemoryStream(content, writable: false), new MetricNeeds([], Declared: false), CancellationToken.None);
        return "load results";
    }

    /// <summary>OpenVEX 0.2, CycloneDX with vulnerabilities, or CSAF 2.0 of the category VEX.</summary>
    private static string Vex(DocumentNode root, string name)
    {
        var shape = new DocumentShape(name);
        if (root.GetText("@context")?.StartsWith("https://openvex.dev/ns", StringComparison.Ordinal) == true
            && root.Get("statements")?.Kind == NodeKind.Sequence)
        {
            return "OpenVEX";
        }

        if (root.GetText("bomFormat") == "CycloneDX" && root.Get("vulnerabilities")?.Kind == NodeKind.Sequence)
        {
            return "CycloneDX VEX";
        }

        return shape.Text(shape.Map(root, "document"), "category") == "csaf_vex"
            ? "CSAF VEX"
            : throw shape.Fail(root, "this is neither OpenVEX (`@context`, `statements`), nor CycloneDX with `vulnerabilities`, "
                + "nor CSAF of the category `csaf_vex`");
    }

    /// <summary>A DSSE envelope, a Sigstore bundle or a bare in-toto statement; or one of them a line.</summary>
    private static string Provenance(byte[] content, string name)
    {
        var text = Encoding.UTF8.GetString(content);
        IEnumerable<string> lines = name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            ? text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [text];
        var count = 0;
        foreach (var line in lines)
        {
            count++;
            var root = EvidenceJson.Parse(Encoding.UTF8.GetBytes(line), name).Value;
            if (root.ValueKind != JsonValueKind.Object
                || !((string[])["dsseEnvelope", "messageSignature", "payloadType", "predicateType"]).Any(key => root.TryGetProperty(key, out _)))
            {
                throw new EvidenceFormatException($"{name}: this is neither a DSSE envelope, nor a Sigstore bundle, nor an in-toto statement");
            }
        }

        return count > 0 ? "in-toto" : throw new EvidenceFormatException($"{name}: it is empty");
    }
}
