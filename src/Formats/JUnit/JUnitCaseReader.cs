using System.Globalization;
using Gates.Formats.Documents;

namespace Gates.Formats.JUnit;

/// <summary>Reads a <c>testcase</c>.</summary>
internal sealed class JUnitCaseReader(string path)
{
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string Error = "error";

    private const int MaxMessageLength = 500;

    /// <value>What Surefire writes for runs before the last one.</value>
    private static readonly string[] Reruns = ["flakyFailure", "flakyError", "rerunFailure", "rerunError"];

    /// <exception cref="DocumentException">The case has no name.</exception>
    public JUnitCase Read(MarkupElement element, MarkupElement suite)
    {
        var name = element.Attribute("name")
            ?? throw new DocumentException(path, element.Line, element.Column, "`name` is missing in this <testcase>");
        var (status, reason) =
            element.Child("error") is { } error ? (Error, error)
            : element.Child("failure") is { } failure ? (Failed, failure)
            : element.Child("skipped") is { } skipped ? ("skipped", skipped)
            : (Passed, null);
        var rerun = status == Passed ? element.Children.Find(child => Reruns.Contains(child.Name, StringComparer.Ordinal)) : null;
        var file = NotEmpty(element.Attribute("file")) ?? NotEmpty(suite.Attribute("file"));
        return new JUnitCase(
            name,
            NotEmpty(element.Attribute("classname")),
            file,
            status,
            rerun is not null,
            Message(reason ?? rerun),
            JUnitReader.Seconds(element),
            Place(element, suite, file));
    }

    private static string? Message(MarkupElement? reason)
    {
        var text = NotEmpty(reason?.Attribute("message")?.Trim()) ?? NotEmpty(reason?.Text);
        return text is null ? null : FactText.Cut(text, MaxMessageLength);
    }

    private FactPlace Place(MarkupElement element, MarkupElement suite, string? file)
    {
        if (file is null || FactPath.Normalise(file) is not { } known)
        {
            return new FactPlace(path) { Line = element.Line, Column = element.Column };
        }

        var isNumber = int.TryParse(element.Attribute("line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line);

        // pytest counts lines from 0.
        line += suite.Attribute("name") == "pytest" ? 1 : 0;
        return new FactPlace(known) { Line = isNumber && line > 0 ? line : null };
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
