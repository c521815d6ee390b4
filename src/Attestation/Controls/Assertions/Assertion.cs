using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Something that must be true of a control's evidence. Its settable properties are its keys in the catalogue.</summary>
internal abstract class Assertion
{
    [Option("Only the control's evidence that matches this glob. Default: all of it that is of the right kind.", Glob = true)]
    public string? Path { get; set; }

    /// <summary>Looks at the selected evidence, of which there is some.</summary>
    /// <exception cref="Gates.Formats.Documents.DocumentException">A file is not what it says it is: the assertion fails with that.</exception>
    public abstract Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken);

    /// <summary>What is wrong with the values beyond their types: the key, and a message.</summary>
    public virtual IEnumerable<(string Key, string Message)> Problems() => [];

    /// <summary>The files of the repository that it is judged by, beside the catalogue.</summary>
    public virtual IEnumerable<string> RuleFiles(ISourceTree tree, IPolicyScripts? scripts) => [];

    public IReadOnlyList<EvidenceItem> Select(IReadOnlyList<EvidenceItem> evidence)
    {
        if (Path is null)
        {
            return evidence;
        }

        var filter = new PathFilter([Path], []);
        return [.. evidence.Where(item => filter.Includes(item.Path))];
    }
}
