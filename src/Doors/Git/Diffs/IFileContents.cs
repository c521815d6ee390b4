using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Diffs;

/// <summary>What the files of a listing hold.</summary>
internal interface IFileContents
{
    /// <summary>A file's bytes, or a link's target; <see langword="null"/> when it is larger than lines are compared in, or cannot be read.</summary>
    /// <param name="entry">One of the listing.</param>
    /// <param name="counterpart">What it is compared with: where a checkout changed line endings, the content comes with those it is stored with.</param>
    /// <exception cref="EvaluationException">An object is missing, forged or damaged.</exception>
    byte[]? Read(TreeEntry entry, byte[]? counterpart = null);
}
