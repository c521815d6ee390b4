using Gates.Doors.Git.History.Gpg;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.History;

/// <summary>The history of a repository, read by git.</summary>
/// <param name="repository">The repository.</param>
/// <param name="head">The commit it is seen from.</param>
/// <param name="baseCommit">The commit it is compared with.</param>
/// <param name="signers">See <see cref="AllowedSigners"/>.</param>
internal sealed class RepositoryHistory(GitRepository repository, string? head, string? baseCommit, AllowedSigners? signers) : IGitHistory
{
    /// <value>Each costs processes of its own.</value>
    private const int VerifiedTags = 200;

    public string? Head { get; } = head;

    public string? Base { get; } = baseCommit;

    public bool IsPast { get; private init; }

    public IGitHistory AtBase() => new RepositoryHistory(repository, Base, null, signers) { IsPast = true };

    public async Task<(IReadOnlyList<GitCommit> Commits, bool Truncated)> CommitsAsync(int limit, CancellationToken cancellationToken)
    {
        if (Head is null || IsPast)
        {
            return ([], false);
        }

        IReadOnlyList<string> ids = Base is null ? [Head] : await repository.CommitsBetweenAsync(Base, Head, limit + 1, cancellationToken);
        await CheckCompleteAsync(ids, cancellationToken);
        using var keys = new SignerFiles(signers);
        using var objects = repository.OpenObjects();
        var commits = new List<GitCommit>();
        foreach (var id in ids.Take(limit))
        {
            commits.Add(await ReadCommitAsync(objects, id, keys, cancellationToken));
        }

        return (commits, ids.Count > limit);
    }

    public async Task<CommitContents> ContentsAsync(bool isWhole, CancellationToken cancellationToken)
    {
        if (Head is null || (!isWhole && Base is null))
        {
            return new CommitContents(repository, [], [], []);
        }

        // Those of the base first: what was there before is not said to be of this change.
        var range = new CommitRange(repository, Head, Base);
        IReadOnlyList<ListedCommit> before = isWhole && Base is not null ? await range.ListAllAsync(Base, cancellationToken) : [];
        IReadOnlyList<ListedCommit> commits = isWhole && Base is null
            ? await range.ListAllAsync(Head, cancellationToken)
            : [.. before, .. await range.ListAsync(cancellationToken)];
        var listed = commits.Select(commit => commit.Id).ToHashSet(StringComparer.Ordinal);
        var tags = commits.Count == 0 ? [] : await repository.TagsAsync(CommitContents.MaxTags, Head, cancellationToken);
        return new CommitContents(
            repository,
            commits,
            [.. tags.Where(tag => tag.Type == "tag" && listed.Contains(tag.Target))],
            isWhole || Base is null ? [] : await repository.ReplacedAsync(Base, Head, cancellationToken));
    }

    public async Task<IReadOnlyList<GitTag>> TagsAsync(int limit, CancellationToken cancellationToken)
    {
        using var keys = new SignerFiles(signers);
        using var objects = repository.OpenObjects();
        var tags = new List<GitTag>();
        var verified = 0;
        foreach (var tag in await repository.TagsAsync(limit, IsPast ? Head : null, cancellationToken))
        {
            if (tag.Type != "tag")
            {
                tags.Add(new GitTag(tag.Name, tag.Target, Annotated: false, "", null, null, GitSignature.None));
                continue;
            }

            var bytes = objects.FindAll([tag.Id])[0];
            var text = GitObjectText.Read(new MemoryStream(bytes, writable: false));
            var (message, armour) = text.SplitSignature();
            var (tagger, time) = text.Signed("tagger");
            var signature = armour is not null && tag.Target != Head && ++verified > VerifiedTags
                ? new GitSignature(
                    GitSignature.KindOf(armour)!,
                    GitSignature.CannotVerify,
                    null,
                    FormattableString.Invariant($"only the newest {VerifiedTags} signed tags and those of the head are verified"))
                : await VerifyAsync("verify-tag", tag.Id, (armour, () => SignedObject.OfTag(bytes)), keys, cancellationToken);
            tags.Add(new GitTag(tag.Name, tag.Target, Annotated: true, message, time, tagger, OfName(signature, tag.Name, text)));
        }

        return tags;
    }

    public async Task<IReadOnlyList<GitFileChange>> DiffAsync(CancellationToken cancellationToken) =>
        Base is null || Head is null ? [] : await repository.ChangesBetweenAsync(Base, Head, cancellationToken);

    /// <summary>A signed tag object can be given another name; its signature speaks for the name that is in it.</summary>
    private static GitSignature OfName(GitSignature signature, string name, GitObjectText text) =>
        signature.Status == GitSignature.Good && text.Header("tag") != name
            ? signature with { Status = GitSignature.Bad, Reason = "the signed tag has another name than the reference that holds it" }
            : signature;

    private async Task<GitCommit> ReadCommitAsync(GitObjects objects, string id, SignerFiles keys, CancellationToken cancellationToken)
    {
        var bytes = objects.FindAll([id])[0];
        var text = GitObjectText.Read(new MemoryStream(bytes, writable: false));
        var (committer, time) = text.Signed("committer");
        var signature = await VerifyAsync("verify-commit", id, (text.Header("gpgsig"), () => SignedObject.OfCommit(bytes)), keys, cancellationToken);
        return new GitCommit(id, text.Headers("parent"), text.Signed("author").Person, committer, time, text.Message, signature);
    }

    private async Task<GitSignature> VerifyAsync(
        string command,
        string id,
        (string? Armour, Func<byte[]> Signed) signature,
        SignerFiles keys,
        CancellationToken cancellationToken) =>
        GitSignature.KindOf(signature.Armour) switch
        {
            null => GitSignature.None,
            GitSignature.Ssh => SignatureCheck.Read(await repository.VerifyAsync(command, id, keys.Path, cancellationToken), AllowedSigners.Path),
            _ => await keys.Gpg.VerifyAsync(signature.Signed(), signature.Armour!, cancellationToken),
        };

    /// <exception cref="EvaluationException">The clone is shallow, so that commits are missing.</exception>
    private async Task CheckCompleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (Base is null)
        {
            return;
        }

        var cut = await repository.ShallowAsync(cancellationToken);
        if (cut.Count > 0 && (ids.Any(cut.Contains) || await repository.MergeBaseAsync(Base, Head!, cancellationToken) is null))
        {
            throw new EvaluationException(
                "this clone does not hold all commits since the base. Add `fetch-depth: 0` to the `with:` of your actions/checkout step.");
        }
    }

    /// <summary>The allowed signers where ssh-keygen and gpgv can read them, for as long as they must.</summary>
    private sealed class SignerFiles : IDisposable
    {
        public SignerFiles(AllowedSigners? signers)
        {
            File.WriteAllBytes(Path, signers?.Ssh ?? []);
            Gpg = new GpgCheck(signers?.Gpg, AllowedSigners.GpgPath);
        }

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public GpgCheck Gpg { get; }

        public void Dispose()
        {
            File.Delete(Path);
            Gpg.Dispose();
        }
    }
}
