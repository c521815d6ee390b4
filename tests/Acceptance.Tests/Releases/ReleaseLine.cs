using Shouldly;
using Support;

namespace Acceptance.Tests.Releases;

/// <summary>
/// Some releases, made once by the program itself: v9.0.0 and v10.0.0 passed and are packed, v10.1.0-rc.1 passed, v11.0.0 failed, and v12.0.0 passed. Each
/// test gets a copy of its own.
/// </summary>
public sealed class ReleaseLine : IDisposable
{
    private readonly ReleaseBed bed = new();

    public ReleaseLine()
    {
        bed.Prepare(null);
        bed.Repository.Git("tag", "-d", ReleaseBed.Tag);
        bed.Repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: {}\n").Write(".github/CODEOWNERS", "* @acme/security\n");
        Make("v9.0.0", isPacked: true);
        Make("v10.0.0", isPacked: true);
        Make("v10.1.0-rc.1", isPacked: false);
        bed.Repository.Write("app.env", $"TOKEN={Planted.GitHubToken}\n");
        Make("v11.0.0", isPacked: false, exitCode: 1);
        bed.Repository.Delete("app.env");
        Make("v12.0.0", isPacked: false);
        bed.Repository.Git("push", "-q", "origin", "main", "--tags");
    }

    public static string Quarter
    {
        get
        {
            var now = TimeProvider.System.GetUtcNow();
            return FormattableString.Invariant($"{now.Year}Q{((now.Month - 1) / 3) + 1}");
        }
    }

    /// <value>The folder with the packs.</value>
    public string Packs => Path.Combine(bed.Repository.Path, "dist");

    public string Key(string use) => bed.Key(use);

    internal ReleaseCopy Copy() => new(bed.Remote.Path);

    public void Dispose() => bed.Dispose();

    private void Make(string tag, bool isPacked, int exitCode = 0)
    {
        bed.Repository.Write("version.txt", tag).Commit();
        bed.Repository.Git("tag", tag);
        var run = bed.Gates("run", "--key", bed.Key("evidence"));
        run.ExitCode.ShouldBe(exitCode, run.ToString());
        bed.Succeeds("publish", "--evidence-only", "--log-key", bed.Key("log"));
        if (isPacked)
        {
            bed.Succeeds("pack", tag, "--results", ".gates/out", "--key", bed.Key("release"), "--log-key", bed.Key("log"), "--out", "dist");
        }
    }
}

/// <summary>A remote of its own, and a clone of it.</summary>
internal sealed class ReleaseCopy : IDisposable
{
    private readonly TempFolder folder = new();

    public ReleaseCopy(string remote)
    {
        TempRepository.Run(folder.Path, "clone", "-q", "--mirror", remote, Remote);
        TempRepository.Run(folder.Path, "clone", "-q", Remote, Clone);
    }

    public string Remote => Path.Combine(folder.Path, "remote.git");

    public string Clone => Path.Combine(folder.Path, "clone");

    public string Git(params string[] arguments) => TempRepository.Run(Clone, arguments);

    public GatesOutput Gates(params string[] arguments) => GatesProcess.Run(Clone, arguments);

    public GatesOutput Gates(IReadOnlyDictionary<string, string> environment, params string[] arguments) => GatesProcess.Run(Clone, arguments, environment);

    public string Read(string path) => File.ReadAllText(Path.Combine(Clone, path));

    /// <summary>What somebody with the right to push does to the evidence branch.</summary>
    public void Tamper(Action<string> change)
    {
        var place = Path.Combine(folder.Path, "branch");
        Git("fetch", "-q", "origin", ReleaseBed.Branch);
        Git("worktree", "add", "-q", "--detach", place, "FETCH_HEAD");
        change(place);
        TempRepository.Run(place, "add", "-A");
        TempRepository.Run(place, "commit", "-q", "-m", "change");
        TempRepository.Run(place, "push", "-q", "--force", "origin", $"HEAD:refs/heads/{ReleaseBed.Branch}");
    }

    /// <summary>Commits, tags and pushes without any evidence.</summary>
    public void Release(string tag)
    {
        File.WriteAllText(Path.Combine(Clone, "version.txt"), tag);
        Git("commit", "-qam", tag);
        Git("tag", tag);
        Git("push", "-q", Remote, "HEAD:main", tag);
    }

    public void Dispose() => folder.Dispose();
}
