using Gates.Attestation.Statements;

namespace Gates.Attestation.Chains;

/// <summary>
/// The statement about a chain that others made: that it was here, that it was intact, and nothing of what its records say. It has a type of its own, so that
/// no reader takes it for a result of ours.
/// </summary>
internal static class ImportedChain
{
    public const string Says =
        "When it was imported, each record named the digest of the one before it. Who wrote the records, when, and whether what they say is true is not said.";

    /// <param name="files">The files, in their order.</param>
    /// <param name="report">What was found; intact.</param>
    /// <param name="after">The digest that it continues; <see langword="null"/> when it begins with its first record.</param>
    /// <param name="time">When it was imported.</param>
    /// <param name="paths">Where a file is kept on the evidence branch, for those that are.</param>
    public static Statement Of(
        IReadOnlyList<ChainFile> files, ChainReport report, string? after, DateTimeOffset time, Func<ChainFile, string?> paths) =>
        new([.. files.Select(file => Subject.File(file.Name, file.Sha256))], StatementKinds.ImportedChain, StatementJson.Element(json =>
        {
            json.WriteStartObject();
            json.WriteString("time", EvidenceTime.Write(time));
            json.WriteString("says", Says);
            json.WriteNumber("records", report.Records.Count);
            json.WriteString("first", EvidenceTime.Write(report.Records[0].Time));
            json.WriteString("last", EvidenceTime.Write(report.Records[^1].Time));
            json.WriteString("digests", report.Form.Name);
            json.WriteString("lastDigest", report.LastDigest);
            if (after is not null)
            {
                json.WriteString("continues", after);
            }

            json.WriteStartObject("types");
            foreach (var (type, count) in report.Records.CountBy(record => record.Type, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(type, count);
            }

            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteNumber("size", file.Bytes.Length);
                if (paths(file) is { } path)
                {
                    json.WriteString("path", path);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
}
