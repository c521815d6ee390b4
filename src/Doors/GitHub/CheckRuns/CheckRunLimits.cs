using System.Text;

namespace Gates.Doors.GitHub.CheckRuns;

/// <summary>What GitHub accepts; more is refused before anything is sent.</summary>
internal static class CheckRunLimits
{
    /// <summary>Annotations in one request.</summary>
    public const int Annotations = 50;

    /// <summary>Characters of a summary, and of a text.</summary>
    public const int Text = 65_535;

    /// <summary>Bytes of an annotation's message, and of its details.</summary>
    public const int Message = 64 * 1024;

    /// <summary>Characters of an annotation's title.</summary>
    public const int Title = 255;

    /// <exception cref="ArgumentException">GitHub would refuse it, or show something else than was meant.</exception>
    public static void Check(CheckRunDraft draft)
    {
        Require(draft.Name.Length > 0, "a check run needs a name");
        Require(draft.Output.Title.Length > 0, "a check run needs a title");
        Require(draft.Output.Summary.Length <= Text, $"a check run's summary has at most {Text} characters, this one has {draft.Output.Summary.Length}");
        Require(
            draft.Output.Text is null || draft.Output.Text.Length <= Text,
            $"a check run's text has at most {Text} characters, this one has {draft.Output.Text?.Length}");
        Require(draft.Status == CheckStatus.Completed == draft.Conclusion is not null, "a check run has a conclusion exactly when it is completed");
        foreach (var annotation in draft.Annotations)
        {
            Check(annotation);
        }
    }

    private static void Check(CheckAnnotation annotation)
    {
        Require(annotation.Path.Length > 0 && annotation.Path[0] != '/', "an annotation's path is relative to the repository");
        Require(annotation.StartLine >= 1 && annotation.EndLine >= annotation.StartLine, "an annotation's lines start at 1 and do not end before they start");
        Require(
            annotation.StartLine == annotation.EndLine || (annotation.StartColumn is null && annotation.EndColumn is null),
            "an annotation has columns only on a single line");
        Require(annotation.Title is null || annotation.Title.Length <= Title, $"an annotation's title has at most {Title} characters");
        Require(annotation.Message.Length > 0, "an annotation needs a message");
        Require(Encoding.UTF8.GetByteCount(annotation.Message) <= Message, $"an annotation's message has at most {Message} bytes");
        Require(
            annotation.RawDetails is null || Encoding.UTF8.GetByteCount(annotation.RawDetails) <= Message,
            $"an annotation's details have at most {Message} bytes");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
#pragma warning disable MA0015 // The rule names the part of the draft; the parameter's name would add nothing.
            throw new ArgumentException(rule);
#pragma warning restore MA0015
        }
    }
}
