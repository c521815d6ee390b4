using System.Text.RegularExpressions;

namespace Gates.Runner.Commands.Pin;

/// <summary>A line that uses an action, and the comment that says its version: <c>uses: owner/repository@commit # v4.2.1</c>.</summary>
internal sealed partial class ActionLine
{
    private readonly PinnedFile file;
    private readonly ActionTarget action;
    private readonly int at;
    private readonly string rest;
    private readonly int restAt;
    private readonly Match comment;

    /// <param name="file">The file.</param>
    /// <param name="action">What it uses.</param>
    /// <param name="at">Where the value begins, from 0.</param>
    public ActionLine(PinnedFile file, ActionTarget action, int at)
    {
        (this.file, this.action, this.at) = (file, action, at);
        var line = file.Line(action.Line);
        restAt = at + action.Written.Length;
        restAt += restAt < line.Length && line[restAt] is '"' or '\'' ? 1 : 0;
        rest = line[restAt..];
        comment = Comment().Match(rest);
    }

    /// <value>What the comment says the version is; <see langword="null"/> without one.</value>
    public string? Version => comment.Groups["version"] is { Success: true } version ? version.Value : null;

    /// <returns>The value as it will be; <see langword="null"/> when there is no room for the comment.</returns>
    public string? Change(ResolvedAction resolved)
    {
        if (!comment.Success && rest.AsSpan().IndexOfAny("#'\"") >= 0)
        {
            return null;
        }

        var pinned = $"{action.Written[..^action.Ref.Length]}{resolved.Commit}";
        if (!file.Replace(action.Line, at + action.Written.Length - action.Ref.Length, action.Ref.Length, resolved.Commit))
        {
            return pinned;
        }

        // A comment that named the version until now names the new one; any other stays behind it.
        var isVersion = Version is { } version && (version == action.Ref || action.IsPinned);
        if (isVersion)
        {
            var old = comment.Groups["version"];
            file.Replace(action.Line, restAt + old.Index, old.Length, resolved.Version);
        }
        else
        {
            var end = comment.Success ? comment.Groups["sign"].Index : rest.TrimEnd().Length;
            var space = comment.Success ? "" : " ";
            file.Replace(action.Line, restAt + end, 0, $"{space}# {resolved.Version}{(comment.Success ? " " : "")}");
        }

        return pinned;
    }

    [GeneratedRegex(@"^\s+(?<sign>#)\s*((tag\s*=\s*)?(?<version>[A-Za-z0-9][A-Za-z0-9._/+-]*))?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
