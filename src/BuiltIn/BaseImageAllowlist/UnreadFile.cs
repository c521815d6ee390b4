using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>A file whose images could not be seen.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Where reading ended.</param>
/// <param name="Kind">What it is, for example <c>Dockerfile</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Certain">Whether it is used as it stands, so that not reading it hides images; a template is not.</param>
internal sealed record UnreadFile(string Path, int Line, string Kind, string Reason, bool Certain)
{
    /// <value>The kind of a build whose Dockerfile is not known.</value>
    public const string Build = "build";

    /// <value>The kind of a command whose image is not known.</value>
    public const string Command = "command";

    /// <summary>
    /// What it is in the gate's account. A Dockerfile that the builder refuses was looked at, and pulls nothing; what reads manifests differs, so that
    /// nobody knows what a broken one holds. <see langword="null"/> when nothing was left out.
    /// </summary>
    /// <param name="wasRead">Whether its text could be read.</param>
    public UnseenReason? Unseen(bool wasRead) => Kind switch
    {
        "YAML file" or "JSON file" or "file" or Build or Command when !Certain => null,
        _ when !Certain => UnseenReasons.Template,
        "Dockerfile" or "inline Dockerfile" when wasRead => null,
        _ => UnseenReasons.Unreadable,
    };
}
