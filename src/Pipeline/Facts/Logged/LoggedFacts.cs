using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Logged;

/// <summary>Files of the evidence branch whose signature, entry in the log and digest hold; nothing else of it is a fact.</summary>
internal sealed class LoggedFacts(IReadOnlyList<string> selections) : IContextFacts
{
    public const string Kind = "evidence";

    /// <value>Bytes of a file whose text is shown.</value>
    private const int MaxText = 256 << 10;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[]? written;

    public int Count { get; private set; }

    public string Unit => "logged file";

    /// <summary>Type and glob of a selection; <see langword="null"/> when it is none.</summary>
    public static (string Type, string Glob)? Split(string selection) =>
        selection.Split('/', 2) is [{ Length: > 0 } type, { Length: > 0 } glob] ? (type, glob) : null;

    public async Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        // Read once: the base of a change is judged by the same, so that old evidence is not the change's fault.
        written ??= await ReadAsync(context, cancellationToken);
        facts.WriteRawValue(written, skipInputValidation: true);
    }

    private async Task<byte[]> ReadAsync(GateContext context, CancellationToken cancellationToken)
    {
        var logged = context.Logged ?? throw new EvaluationException(
            "`evidence` facts need a git repository with an evidence branch; `gates evidence add` begins one");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var buffer = new MemoryStream();
        await using var facts = new Utf8JsonWriter(buffer);
        facts.WriteStartArray();
        foreach (var selection in selections)
        {
            var (type, glob) = Split(selection) ?? throw new EvaluationException($"facts.{Kind}: {Say.Quote(selection)} is no type and glob");
            var found = await logged.FindAsync(type, new PathFilter([glob], []).Includes, 0, cancellationToken);
            if (found.Files.Count == 0 && !context.AllowsMissing)
            {
                context.Coverage.LeftOut(UnseenReasons.SelectsNothing, $"`facts.{Kind}` {selection}: {found.Reason}");
            }

            foreach (var file in found.Files.Where(file => seen.Add(file.Statement)))
            {
                Count++;
                Write(facts, type, file);
            }
        }

        facts.WriteEndArray();
        await facts.FlushAsync(cancellationToken);
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter facts, string type, LoggedFile file)
    {
        facts.WriteStartObject();
        facts.WriteString("type", type);
        facts.WriteString("name", file.Name);
        facts.WriteString("commit", file.Commit);
        facts.WriteString("logged", file.Logged.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        facts.WriteNumber("ageDays", Math.Round(file.Age.TotalDays, 3));
        facts.WriteString("signer", file.KeyId);
        facts.WriteString("statement", file.Statement);
        facts.WriteNumber("size", file.Content.Length);
        facts.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(file.Content)));
        facts.WriteString("text", TextOf(file.Content));
        WriteDocuments(facts, file);
        facts.WriteEndObject();
    }

    private static string? TextOf(byte[] content)
    {
        try
        {
            return content.Length > MaxText || content.AsSpan().Contains((byte)0) ? null : Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static void WriteDocuments(Utf8JsonWriter facts, LoggedFile file)
    {
        try
        {
            using var stream = new MemoryStream(file.Content, writable: false);
            var documents = DocumentFormats.Read(stream, file.Name);
            NodeJson.WriteDocuments(facts, "documents", file.Name, documents);
            facts.WriteNull("problem");
        }
        catch (DocumentException e)
        {
            facts.WriteNull("documents");
            facts.WriteString("problem", e.Message);
        }
    }
}
