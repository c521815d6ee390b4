using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Workflows;

namespace Gates.Runner.Commands.Pin;

/// <summary>Finds the actions and reusable workflows that workflows and actions of this repository use.</summary>
internal static partial class UsedActions
{
    public static void Collect(ISourceTree tree, PinRequest request, List<PinTarget> targets, List<PinNote> left)
    {
        foreach (var file in tree.AllFiles.Where(file => request.Includes(file.Path)))
        {
            if (!WorkflowFinder.IsWorkflow(file.Path) && !WorkflowFinder.IsAction(file.Path))
            {
                continue;
            }

            try
            {
                using var stream = tree.Open(file.Path);
                foreach (var uses in UsesOf(DocumentText.Read(stream, file.Path, new DocumentLimits()), file.Path))
                {
                    Add(file.Path, uses, targets, left);
                }
            }
            catch (DocumentException e)
            {
                left.Add(new PinNote(file.Path, e.Line, e.Reason));
            }
        }
    }

    /// <exception cref="DocumentException">It is not what GitHub reads.</exception>
    public static IEnumerable<PlacedText> UsesOf(string text, string path)
    {
        if (WorkflowFinder.IsWorkflow(path))
        {
            return WorkflowReader.Read(text, path).Jobs
                .SelectMany(job => job.Steps.Select(step => step.Uses).Prepend(job.Uses)).OfType<PlacedText>();
        }

        return (ActionReader.Read(text, path)?.Steps ?? []).Select(step => step.Uses).OfType<PlacedText>();
    }

    private static void Add(string path, PlacedText uses, List<PinTarget> targets, List<PinNote> left)
    {
        var text = uses.Text;
        if (text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("docker://", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (uses.IsExpression)
        {
            left.Add(new PinNote(path, uses.Line, $"{Say.Quote(text)}: the expression is only known to the run"));
        }
        else if (Action().Match(text) is { Success: true } action)
        {
            targets.Add(new ActionTarget(path, uses.Line, uses.Column, text, action.Groups["repository"].Value, action.Groups["ref"].Value));
        }
        else
        {
            left.Add(new PinNote(path, uses.Line, $"{Say.Quote(text)} is no action; write owner/repository@version"));
        }
    }

    [GeneratedRegex(
        @"^(?<repository>[A-Za-z0-9_][A-Za-z0-9_-]*/[A-Za-z0-9_-][A-Za-z0-9._-]*)(/[^@\s]*)?@(?<ref>[^@\s:^~?*\[\\]+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Action();
}
