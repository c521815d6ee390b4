using System.Globalization;
using Gates.Formats.Pdf;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>How the document looks, and words that several of its parts have. No color says what no word does.</summary>
internal static class AttestationLook
{
    private const string Green = "0.05 0.42 0.2";
    private const string Red = "0.7 0.08 0.1";
    private const string Amber = "0.58 0.36 0";
    private const double SmallSize = 7.6;
    private const double SmallLeading = 9.4;

    public static PdfText Body { get; } = new(PdfFace.Regular, 9.5, PdfText.Black);

    public static PdfText Cell { get; } = new(PdfFace.Regular, 8.5, PdfText.Black);

    public static PdfText Label { get; } = new(PdfFace.Bold, 8.5, PdfText.Grey);

    public static PdfText Quiet { get; } = new(PdfFace.Regular, 8.5, PdfText.Grey);

    public static PdfText Digest { get; } = new(PdfFace.Mono, 7.2, PdfText.Black) { Leading = Cell.Leading };

    public static PdfText Command { get; } = new(PdfFace.Mono, 8, PdfText.Black);

    public static PdfText Fails { get; } = new(PdfFace.Bold, 8.5, Red);

    public static PdfText SmallText { get; } = new(PdfFace.Regular, SmallSize, PdfText.Black) { Leading = SmallLeading };

    public static PdfText SmallStrong { get; } = new(PdfFace.Bold, SmallSize, PdfText.Black) { Leading = SmallLeading };

    public static PdfText SmallQuiet { get; } = new(PdfFace.Regular, SmallSize, PdfText.Grey) { Leading = SmallLeading };

    public static PdfText SmallFails { get; } = new(PdfFace.Bold, SmallSize, Red) { Leading = SmallLeading };

    public static PdfText SmallDigest { get; } = new(PdfFace.Mono, 6.6, PdfText.Black) { Leading = SmallLeading };

    /// <value>In the order in which readers want them: what fails comes first.</value>
    public static IReadOnlyList<ControlOutcome> AllOutcomes { get; } =
        [ControlOutcome.Fails, ControlOutcome.NotJudged, ControlOutcome.Holds, ControlOutcome.NotApplicable];

    /// <summary>Green only where everything that applies was judged and holds.</summary>
    public static PdfText Conclusive(ControlEvaluation evaluation) =>
        new(
            PdfFace.Bold,
            10.5,
            evaluation.Count(ControlOutcome.Fails) > 0 ? Red : evaluation.Count(ControlOutcome.NotJudged) > 0 ? Amber : evaluation.Overall ? Green : Red);

    public static string Word(ControlOutcome outcome) => outcome switch
    {
        ControlOutcome.Holds => "hold",
        ControlOutcome.Fails => "FAIL",
        ControlOutcome.NotJudged => "present, not judged",
        _ => "not applicable",
    };

    public static string Heading(ControlOutcome outcome) => outcome switch
    {
        ControlOutcome.Holds => "Hold",
        ControlOutcome.Fails => "FAIL",
        ControlOutcome.NotJudged => "Present, not judged",
        _ => "Not applicable",
    };

    public static string EditionOf(string framework, string? version) => version is null ? framework : $"{framework}, {version}";

    public static string CatalogueName(ControlCatalogue catalogue) =>
        $"{(catalogue.Title is { } title ? $"{title}{(catalogue.Version is null ? "" : " " + catalogue.Version)}, " : "")}{catalogue.Path}";

    public static string CatalogueState(ControlAttestation attestation) => attestation.CatalogueAtRelease switch
    {
        "same" => "the tagged commit holds the same file",
        "differs" => "the tagged commit holds another version of this file",
        _ => "the tagged commit does not hold this file",
    };

    /// <summary>What a period begins with.</summary>
    public static string Beginning(ReleaseScope scope) =>
        scope.PreviousTag is null ? "from the first commit" : $"after {scope.PreviousTag} ({Time(scope.PreviousTime)})";

    public static string Time(DateTimeOffset? time) =>
        time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "time unknown";

    /// <summary>A version without most of the commit that it was built from.</summary>
    public static string Short(string version) => version.IndexOf('+', StringComparison.Ordinal) is var at and > 0 && version.Length > at + 9
        ? version[..(at + 9)]
        : version;

    /// <summary>Names and values.</summary>
    public static PdfTable NamesAndValues(IReadOnlyList<(string Name, (string, PdfText)[] Values)> rows) =>
        new([0.18, 0.82], [], [.. rows.Select(row => (IReadOnlyList<PdfCell>)[new PdfCell(row.Name, Label), new PdfCell(row.Values)])]);
}
