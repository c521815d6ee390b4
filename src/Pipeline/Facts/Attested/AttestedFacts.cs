using System.Buffers;
using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts.Attested;

/// <summary>What verified statements of others show: of how files were built, and of what their verifiers found.</summary>
/// <param name="kind">One of <see cref="Kinds"/>.</param>
/// <param name="queries">As JSON.</param>
/// <param name="services">Verifies.</param>
internal sealed class AttestedFacts(string kind, IReadOnlyList<string> queries, GateServices? services) : IContextFacts
{
    public const string Provenance = "provenance";
    public const string Summaries = "summaries";

    private byte[]? written;

    public static IReadOnlyList<string> Kinds { get; } = [Provenance, Summaries];

    public int Count { get; private set; }

    public string Unit => kind == Provenance ? "artifact" : "summary";

    /// <value>See <see cref="IRuledGate"/>.</value>
    public IReadOnlyList<string> RuleFiles => services?.Attested?.RuleFiles ?? [];

    public Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        // Read once: what a build made is in no base.
        facts.WriteRawValue(written ??= Read(context), skipInputValidation: true);
        return Task.CompletedTask;
    }

    private byte[] Read(GateContext context)
    {
        if (services?.Attested is not { } attested)
        {
            throw new EvaluationException($"`{kind}` facts could not be had: signatures are not verified here");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        Count = attested.Write(kind, queries, context, services.Variables, json);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
