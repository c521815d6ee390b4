using Gates.Doors.Git.Private;
using Gates.Doors.Git.Remotes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git;

/// <summary>Objects and refs that are kept, with a git directory of ours that works on them.</summary>
/// <param name="Folder">The git directory.</param>
/// <param name="Objects">Where objects are written.</param>
/// <param name="Refs">Where refs are written.</param>
internal sealed record GitStore(string Folder, string Objects, GitRefFiles Refs)
{
    private const string Shallow = "shallow";

    /// <value>Where the ends of a fetched history are kept; <see langword="null"/> where nothing is fetched.</value>
    private string? Kept { get; init; }

    /// <summary>One that is kept inside a repository's own folder, apart from its objects.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="name">The folder's name.</param>
    /// <param name="objectFormat">How objects are named.</param>
    /// <exception cref="EvaluationException">A link would lead the writing elsewhere.</exception>
    public static GitStore Beside(GitFolder repository, string name, string objectFormat)
    {
        var kept = repository.Common;
        foreach (var part in (string[])[.. name.Split('/'), "objects"])
        {
            kept = Path.Combine(kept, part);
            if (new DirectoryInfo(kept).LinkTarget is not null)
            {
                throw new EvaluationException($"{kept} is a symbolic link, which what is fetched does not follow; remove it");
            }
        }

        Directory.CreateDirectory(kept);
        var folder = PrivateGitFolder.Empty(objectFormat);
        kept = Path.GetDirectoryName(kept)!;
        folder.TakeShallow(Path.Combine(kept, Shallow));
        return new GitStore(folder.Path, Path.Combine(kept, "objects"), new GitRefFiles(kept)) { Kept = kept };
    }

    /// <param name="remote">Where git may connect to. What it promised to send later is fetched when it is read.</param>
    public GitCommand Command(GitRemote? remote) => new(new GitPlace(Folder, Objects: Objects), Kept is null ? remote : remote?.WithPromises());

    /// <summary>Removes what is kept beside the repository, and the folder that it is in: it must not outlive its use.</summary>
    public void Forget()
    {
        if (Kept is not null && Path.GetDirectoryName(Kept) is { } above && Directory.Exists(above))
        {
            Directory.Delete(above, recursive: true);
        }
    }

    /// <summary>Remembers how far the history goes that was fetched.</summary>
    public void KeepShallow()
    {
        var (now, kept) = (Path.Combine(Folder, Shallow), Path.Combine(Kept!, Shallow));
        if (!File.Exists(now))
        {
            File.Delete(kept);
            return;
        }

        File.Copy(now, kept + ".new", overwrite: true);
        File.Move(kept + ".new", kept, overwrite: true);
    }
}
