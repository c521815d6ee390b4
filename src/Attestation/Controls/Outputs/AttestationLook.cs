using Gates.Formats.Pdf;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>How the document looks.</summary>
internal static class AttestationLook
{
    private const string Green = "0.05 0.42 0.2";
    private const string Red = "0.7 0.08 0.1";
    private const string Amber = "0.58 0.36 0";

    public static PdfText Body { get; } = new(PdfFont.Regular, 9.5, PdfText.Black);

    public static PdfText Cell { get; } = new(PdfFont.Regular, 8.5, PdfText.Black);

    public static PdfText Strong { get; } = new(PdfFont.Bold, 8.5, PdfText.Black);

    public static PdfText Label { get; } = new(PdfFont.Bold, 8.5, PdfText.Grey);

    public static PdfText Quiet { get; } = new(PdfFont.Regular, 8.5, PdfText.Grey);

    public static PdfText Digest { get; } = new(PdfFont.Mono, 7.2, PdfText.Black);

    public static PdfText Command { get; } = new(PdfFont.Mono, 8, PdfText.Black);

    public static PdfText Holds { get; } = new(PdfFont.Bold, 8.5, Green);

    public static PdfText Fails { get; } = new(PdfFont.Bold, 8.5, Red);

    public static PdfText Open { get; } = new(PdfFont.Bold, 8.5, Amber);

    /// <summary>Green only where everything that applies was judged and holds.</summary>
    public static PdfText Conclusive(ControlEvaluation evaluation) =>
        new(
            PdfFont.Bold,
            10.5,
            evaluation.Count(ControlOutcome.Fails) > 0 ? Red : evaluation.Count(ControlOutcome.NotJudged) > 0 ? Amber : evaluation.Overall ? Green : Red);

    public static PdfText Result(ControlResult result) => result.Outcome switch
    {
        ControlOutcome.Holds => Holds,
        ControlOutcome.Fails => Fails,
        ControlOutcome.NotJudged => Open,
        _ => Quiet,
    };

    public static string Word(ControlResult result) => result.Outcome switch
    {
        ControlOutcome.Holds => "holds",
        ControlOutcome.Fails => "FAILS",
        ControlOutcome.NotJudged => "present, not judged",
        _ => "not applicable",
    };

    /// <summary>Names and values.</summary>
    public static PdfTable NamesAndValues(IReadOnlyList<(string Name, (string, PdfText)[] Values)> rows) =>
        new([0.18, 0.82], [], [.. rows.Select(row => (IReadOnlyList<PdfCell>)[new PdfCell(row.Name, Label), new PdfCell(row.Values)])]);
}
