using System.Text;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.History;

public sealed class RepositoryHistoryTests
{
    private const string NoKeys = "ssh-keygen is not installed (Debian: openssh-client)";

    [Fact]
    public async Task CommitsAsync_SinceTheBase_NewestFirstWithWholeMessages()
    {
        using var repository = new TempRepository();
        repository.Commit("first");
        var from = repository.Commit("base");
        var second = repository.Commit("Subject\n\nBody line\n\nSigned-off-by: A <a@example.invalid>");
        var third = repository.Commit("last ünï");

        var (commits, truncated) = await (await OpenAsync(repository, from)).CommitsAsync(10, CancellationToken.None);

        truncated.ShouldBeFalse();
        commits.Select(commit => commit.Sha).ShouldBe([third, second]);
        commits[0].Message.ShouldBe("last ünï\n");
        commits[0].Parents.ShouldBe([second]);
        commits[0].Author.ShouldBe(new GitPerson("Test", "test@example.invalid"));
        commits[0].Time!.Value
            .ToUnixTimeSeconds()
            .ToString(System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(repository.Git("log", "-1", "--format=%ct"));
        commits[0].Signature.Kind.ShouldBe("none");
    }

    [Fact]
    public async Task CommitsAsync_WithoutBaseOrBeyondTheLimit_IsShortAndSaysSo()
    {
        using var repository = new TempRepository();
        var from = repository.Commit("one");
        repository.Commit("two");
        var head = repository.Commit("three");

        (await (await OpenAsync(repository, null)).CommitsAsync(10, CancellationToken.None)).Commits.Select(commit => commit.Sha).ShouldBe([head]);
        var (commits, truncated) = await (await OpenAsync(repository, from)).CommitsAsync(1, CancellationToken.None);
        commits.Count.ShouldBe(1);
        truncated.ShouldBeTrue();
    }

    [Fact]
    public async Task CommitsAsync_ShallowClone_NamesTheLineToAdd()
    {
        using var origin = new TempRepository();
        var from = origin.Commit("one");
        origin.Commit("two");
        origin.Commit("three");
        using var folder = new TempFolder();
        TempRepository.Run(folder.Path, "clone", "-q", "--depth=2", "file://" + origin.Path, "clone");
        var clone = new DirectoryInfo(Path.Combine(folder.Path, "clone"));
        TempRepository.Run(clone.FullName, "fetch", "-q", "--depth=1", "origin", from);
        var repository = (await GitRepository.FindAsync(clone, null, CancellationToken.None))!;
        var history = new RepositoryHistory(repository, await repository.HeadAsync(CancellationToken.None), from, null);

        (await Should.ThrowAsync<EvaluationException>(() => history.CommitsAsync(10, CancellationToken.None)))
            .Message.ShouldContain("Add `fetch-depth: 0` to the `with:` of your actions/checkout step.");
    }

    [Fact]
    public async Task DiffAsync_EveryKindOfChange_IsTold()
    {
        var lines = string.Concat(Enumerable.Range(0, 20).Select(i => $"line {i}\n"));
        using var repository = new TempRepository().Write("gone.txt", "a\nb\n").Write("old name.txt", lines).Write("same.txt", "1\n2\n").Write("bin", "a\0b");
        var from = repository.Commit();
        repository.Delete("gone.txt")
            .Delete("old name.txt")
            .Write("new\nname.txt", lines + "more\n")
            .Write("same.txt", "1\n3\n4\n")
            .Write("bin", "a\0c")
            .Write("ü.txt", "x\n");
        repository.Commit();

        (await (await OpenAsync(repository, from)).DiffAsync(CancellationToken.None)).ShouldBe(
        [
            new GitFileChange("bin", "bin", "modified", Binary: true, 0, 0),
            new GitFileChange("gone.txt", "gone.txt", "deleted", Binary: false, 0, 2),
            new GitFileChange("new\nname.txt", "old name.txt", "renamed", Binary: false, 1, 0),
            new GitFileChange("same.txt", "same.txt", "modified", Binary: false, 2, 1),
            new GitFileChange("ü.txt", null, "added", Binary: false, 1, 0),
        ]);
    }

    [Fact]
    public async Task TagsAsync_LightAndAnnotated_ArePeeled()
    {
        using var repository = new TempRepository();
        var head = repository.Commit();
        repository.Git("tag", "light");
        repository.Git("tag", "-a", "v1.0", "-m", "Version 1");
        repository.Git("tag", "-a", "nested", "-m", "of a tag", "v1.0");

        var tags = (await (await OpenAsync(repository, null)).TagsAsync(10, CancellationToken.None)).OrderBy(tag => tag.Name, StringComparer.Ordinal).ToList();

        tags.Select(tag => (tag.Name, tag.Target, tag.Annotated, tag.Message)).ShouldBe(
            [("light", head, false, ""), ("nested", head, true, "of a tag\n"), ("v1.0", head, true, "Version 1\n")]);
        tags[2].Tagger.ShouldBe(new GitPerson("Test", "test@example.invalid"));
    }

    [Fact]
    public async Task AtBase_NothingIsCommittedOrTaggedYet()
    {
        using var repository = new TempRepository();
        var from = repository.Commit();
        repository.Git("tag", "before");
        repository.Write("a", "1").Commit();
        repository.Git("tag", "after");

        var past = (await OpenAsync(repository, from)).AtBase();

        past.Head.ShouldBe(from);
        (await past.CommitsAsync(10, CancellationToken.None)).Commits.ShouldBeEmpty();
        (await past.DiffAsync(CancellationToken.None)).ShouldBeEmpty();
        (await past.TagsAsync(10, CancellationToken.None)).Select(tag => tag.Name).ShouldBe(["before"]);
    }

    [Fact]
    public async Task Signatures_AreGoodOnlyWithAnAllowedKey()
    {
        Assert.SkipUnless(SshKey.Available, NoKeys);
        using var key = new SshKey();
        using var repository = new TempRepository();
        repository.Git([.. key.Options, "commit", "-q", "--allow-empty", "-S", "-m", "signed"]);
        repository.Git([.. key.Options, "tag", "-s", "v1", "-m", "signed"]);
        var signers = $"test@example.invalid namespaces=\"git\" {key.PublicKey}\n";

        var good = await OpenAsync(repository, null, signers);
        var unknown = await OpenAsync(repository, null);

        (await CommitAsync(good)).ShouldBe(new GitSignature("ssh", "good", key.Fingerprint, null));
        (await TagAsync(good)).ShouldBe(new GitSignature("ssh", "good", key.Fingerprint, null));
        (await CommitAsync(
            unknown)).ShouldBe(new GitSignature(
                "ssh",
                "unknown-key",
                key.Fingerprint,
                "the key is not listed in .github/allowed_signers, or was not valid at that time"));
        (await TagAsync(unknown)).Status.ShouldBe("unknown-key");
    }

    [Fact]
    public async Task Signatures_OfOtherContent_AreBad()
    {
        Assert.SkipUnless(SshKey.Available, NoKeys);
        using var key = new SshKey();
        using var repository = new TempRepository();
        repository.Git([.. key.Options, "commit", "-q", "--allow-empty", "-S", "-m", "signed"]);
        var forged = repository.Git("cat-file", "commit", "HEAD").Replace("signed", "forged", StringComparison.Ordinal) + "\n";
        repository.Write(".git/forged", forged);
        repository.Git("reset", "-q", "--soft", repository.Git("hash-object", "-t", "commit", "-w", ".git/forged"));

        var signature = await CommitAsync(await OpenAsync(repository, null, $"test@example.invalid {key.PublicKey}\n"));

        signature.Status.ShouldBe("bad");
    }

    [Fact]
    public async Task Signatures_OfATagUnderAnotherName_AreBad()
    {
        Assert.SkipUnless(SshKey.Available, NoKeys);
        using var key = new SshKey();
        using var repository = new TempRepository();
        repository.Commit();
        repository.Git([.. key.Options, "tag", "-s", "v1", "-m", "signed"]);
        repository.Git("update-ref", "refs/tags/v2", repository.Git("rev-parse", "refs/tags/v1"));
        repository.Git("update-ref", "-d", "refs/tags/v1");

        (await TagAsync(await OpenAsync(repository, null, $"test@example.invalid {key.PublicKey}\n")))
            .ShouldBe(new GitSignature("ssh", "bad", key.Fingerprint, "the signed tag has another name than the reference that holds it"));
    }

    [Fact]
    public async Task Signatures_RepositoryConfiguration_NeitherRunsProgramsNorAddsKeys()
    {
        Assert.SkipUnless(SshKey.Available, NoKeys);
        using var key = new SshKey();
        using var repository = new TempRepository().Write(
            "signers",
            $"test@example.invalid {key.PublicKey}\n").Write("run.sh", "#!/bin/sh\ntouch ran\nexit 0\n");
        ExternalProgram.Run("chmod", ["+x", Path.Combine(repository.Path, "run.sh")]);
        repository.Git([.. key.Options, "commit", "-q", "--allow-empty", "-S", "-m", "signed"]);
        repository.Git("config", "gpg.ssh.allowedSignersFile", Path.Combine(repository.Path, "signers"));
        foreach (var program in (string[])["gpg.program", "gpg.openpgp.program", "gpg.x509.program", "gpg.ssh.program"])
        {
            repository.Git("config", program, Path.Combine(repository.Path, "run.sh"));
        }

        (await CommitAsync(await OpenAsync(repository, null))).Status.ShouldBe("unknown-key");
        File.Exists(Path.Combine(repository.Path, "ran")).ShouldBeFalse();
    }

    [Fact]
    public async Task Signatures_ByX509_CannotBeVerified()
    {
        using var repository = new TempRepository();
        repository.Commit();
        var signed = repository.Git(
            "cat-file",
            "commit",
            "HEAD").Replace("\n\n", "\ngpgsig -----BEGIN SIGNED MESSAGE-----\n \n x\n -----END SIGNED MESSAGE-----\n\n", StringComparison.Ordinal)
            + "\n";
        repository.Write(".git/signed", signed);
        repository.Git("reset", "-q", "--soft", repository.Git("hash-object", "-t", "commit", "-w", ".git/signed"));

        (await CommitAsync(await OpenAsync(repository, null)))
            .ShouldBe(new GitSignature("gpg", "cannot-verify", null, "only SSH and OpenPGP signatures are verified"));
    }

    [Fact]
    public void SignatureCheck_WithoutSshKeygen_SaysWhatIsMissing() =>
        SignatureCheck.Read(
            new GitOutput(1, [], "error: cannot run ssh-keygen: No such file or directory"),
            "x").Reason.ShouldBe("ssh-keygen is not installed; it verifies SSH signatures (Debian: openssh-client)");

    private static async Task<GitSignature> CommitAsync(RepositoryHistory history) =>
        (await history.CommitsAsync(1, CancellationToken.None)).Commits[0].Signature;

    private static async Task<GitSignature> TagAsync(RepositoryHistory history) => (await history.TagsAsync(1, CancellationToken.None))[0].Signature;

    private static async Task<RepositoryHistory> OpenAsync(TempRepository folder, string? from, string? signers = null)
    {
        var repository = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;
        return new RepositoryHistory(
            repository,
            await repository.HeadAsync(CancellationToken.None),
            from,
            signers is null ? null : new AllowedSigners(Encoding.UTF8.GetBytes(signers), null));
    }
}
