using System.Collections.Concurrent;
using System.Text;
using Gates.Doors.Files;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>
/// A git directory of our own for somebody else's repository: our configuration, their objects as alternates, their refs and index copied. git works only here,
/// so that their configuration, attributes, hooks and grafts have no say. What is fetched goes here too, and leaves their repository as it is.
/// </summary>
internal sealed class PrivateGitFolder
{
    private static readonly ConcurrentDictionary<string, PrivateGitFolder> Known = new(StringComparer.Ordinal);

    private readonly GitFolder? source;
    private readonly Lock exclusive = new();

    private PrivateGitFolder(GitFolder? source, string objectFormat)
    {
        this.source = source;
        ObjectFormat = objectFormat;
        Path = TemporaryFolders.Create("git", outside: source?.Name);
        foreach (var folder in (string[])["objects/info", "objects/pack", "refs/heads", "info", "home", "tmp"])
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, folder));
        }

        Write("HEAD", "ref: refs/heads/none\n");
        Write("config", PrivateGitConfiguration.Text(objectFormat, null));
    }

    public string Path { get; }

    /// <value><c>sha1</c> or <c>sha256</c>.</value>
    public string ObjectFormat { get; }

    /// <value>Whether their clone may lack objects that their remote has.</value>
    public bool IsPartial { get; private set; }

    /// <value>Set when something was fetched here: from then on this folder knows better how far the history goes.</value>
    public bool HasFetched { get; set; }

    /// <summary>The one of this process for a repository, brought up to date.</summary>
    /// <exception cref="EvaluationException">The repository is of a kind that is not read.</exception>
    public static PrivateGitFolder From(GitFolder source)
    {
        var configuration = GitConfiguration.Read(source);
        var format = PrivateGitConfiguration.ObjectFormat(source, configuration);
        var found = Known.GetOrAdd(source.Directory + "\0" + format, _ => new PrivateGitFolder(source, format));
        found.Refresh(configuration);
        return found;
    }

    /// <summary>One without a repository behind it.</summary>
    public static PrivateGitFolder Empty(string objectFormat) => new(null, objectFormat);

    /// <summary>Takes over how far a history goes that was fetched before.</summary>
    public void TakeShallow(string file) => Copy(file, "shallow");

    /// <summary>Takes over another index of the repository than its own: a copy, which an edit of theirs no longer reaches.</summary>
    public void TakeIndex(string file) => GitIndexFile.Copy(file, System.IO.Path.Combine(Path, "index"), IdLength);

    private int IdLength => ObjectFormat == "sha256" ? 32 : 20;

    /// <summary>Copies what can have changed since it was copied last.</summary>
    private void Refresh(GitConfiguration configuration)
    {
        lock (exclusive)
        {
            IsPartial = configuration.Find("extensions.partialclone") is not null || configuration.Named("remote", "promisor").Any();
            Write("config", PrivateGitConfiguration.Text(ObjectFormat, configuration));
            Write("objects/info/alternates", Alternate(source!.Objects));
            Write("HEAD", Head());
            WriteRefs(new GitRefFiles(source.Common).All());
            foreach (var name in (string[])["FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD"])
            {
                CopyHead(name);
            }

            if (!HasFetched)
            {
                Copy(System.IO.Path.Combine(source.Common, "shallow"), "shallow");
            }

            Copy(System.IO.Path.Combine(source.Common, "info", "exclude"), "info/exclude");
            TakeIndex(System.IO.Path.Combine(source.Directory, "index"));
        }
    }

    private void WriteRefs(IReadOnlyDictionary<string, string> refs)
    {
        var packed = new StringBuilder("# pack-refs with: sorted \n");
        foreach (var (name, value) in refs.Where(one => !one.Key.StartsWith("refs/replace/", StringComparison.Ordinal)))
        {
            if (value.StartsWith(GitRefFiles.Symbolic, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(Path, name))!);
                Write(name, value + "\n");
            }
            else
            {
                packed.Append(value).Append(' ').Append(name).Append('\n');
            }
        }

        Write("packed-refs", packed.ToString());
    }

    private string Head()
    {
        var text = SmallFile.Read(System.IO.Path.Combine(source!.Directory, "HEAD"), 4_000)?.TrimEnd() ?? "";
        return ObjectId.IsFull(text)
            || (text.StartsWith(GitRefFiles.Symbolic, StringComparison.Ordinal) && GitRefName.IsValid(text[GitRefFiles.Symbolic.Length..].Trim()))
            ? text + "\n"
            : throw new EvaluationException($"{source.Name}: git cannot read this repository: {System.IO.Path.Combine(source.Directory, "HEAD")} names neither a branch nor a commit");
    }

    /// <summary>The first commit of a file that begins with one, for people who compare with it.</summary>
    private void CopyHead(string name)
    {
        var text = SmallFile.Read(System.IO.Path.Combine(source!.Directory, name), 8_000_000) ?? "";
        var id = text.AsSpan(0, text.AsSpan().IndexOfAny("\t\n ") is var end and > 0 ? end : text.Length);
        if (ObjectId.IsFull(id))
        {
            Write(name, id.ToString() + "\n");
        }
        else
        {
            File.Delete(System.IO.Path.Combine(Path, name));
        }
    }

    private void Copy(string file, string name)
    {
        if (SmallFile.Read(file, 64_000_000) is { Length: > 0 } text)
        {
            Write(name, text);
        }
        else
        {
            File.Delete(System.IO.Path.Combine(Path, name));
        }
    }

    /// <summary>Whole or not at all: a git of this process may be reading.</summary>
    private void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>A line of the file that git reads; see gitrepository-layout(5).</summary>
    private static string Alternate(string objects) => (objects.AsSpan().ContainsAny("\"\\\n\t") ? GitConfiguration.Quote(objects) : objects) + "\n";
}
