using Gates.Runner.Attesting.Pdf;

namespace Gates.Runner.Attesting.Controls.Outputs;

/// <summary>How the document looks.</summary>
internal static class AttestationLook
{
    private const string Green = "0.05 0.42 0.2";
    private const string Red = "0.7 0.08 0.1";

    public static PdfText Body { get; } = new(PdfFont.Regular, 9.5, PdfText.Black);

    public static PdfText Cell { get; } = new(PdfFont.Regular, 8.5, PdfText.Black);

    public static PdfText Strong { get; } = new(PdfFont.Bold, 8.5, PdfText.Black);

    public static PdfText Label { get; } = new(PdfFont.Bold, 8.5, PdfText.Grey);

    public static PdfText Quiet { get; } = new(PdfFont.Regular, 8.5, PdfText.Grey);

    public static PdfText Digest { get; } = new(PdfFont.Mono, 7.2, PdfText.Black);

    public static PdfText Command { get; } = new(PdfFont.Mono, 8, PdfText.Black);

    public static PdfText Holds { get; } = new(PdfFont.Bold, 8.5, Green);

    public static PdfText Fails { get; } = new(PdfFont.Bold, 8.5, Red);

    public static PdfText Conclusive(bool holds) => new(PdfFont.Bold, 10.5, holds ? Green : Red);

    public static PdfText Result(ControlResult result) => result.Outcome switch
    {
        ControlOutcome.Holds => Holds,
        ControlOutcome.Fails => Fails,
        _ => Quiet,
    };

    public static string Word(ControlResult result) => result.Outcome switch
    {
        ControlOutcome.Holds => "holds",
        ControlOutcome.Fails => "FAILS",
        _ => "not applicable",
    };

    /// <summary>Names and values.</summary>
    public static PdfTable NamesAndValues(IReadOnlyList<(string Name, (string, PdfText)[] Values)> rows) =>
        new([0.18, 0.82], [], [.. rows.Select(row => (IReadOnlyList<PdfCell>)[new PdfCell(row.Name, Label), new PdfCell(row.Values)])]);
}
