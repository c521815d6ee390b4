using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>A repository of the emulator: real git, and what GitHub keeps beside it.</summary>
internal sealed class EmulatedRepository
{
    private readonly GitHubServer server;

    public EmulatedRepository(GitHubServer server, string fullName, string folder)
    {
        this.server = server;
        FullName = fullName;
        Id = Shapes.Account(fullName);
        Git = new GitStore(folder);
    }

    /// <value>For example <c>acme/web</c>.</value>
    public string FullName { get; }

    public string Owner => FullName.Split('/')[0];

    public string Name => FullName.Split('/')[1];

    public int Id { get; }

    public bool IsFork { get; init; }

    public string DefaultBranch { get; set; } = "main";

    public GitStore Git { get; }

    /// <value>Whether a published release can no longer be changed.</value>
    public bool HasImmutableReleases { get; set; }

    /// <value>Whether SARIF files are taken.</value>
    public bool HasCodeScanning { get; set; } = true;

    /// <value>Where git fetches from and pushes to.</value>
    public string CloneAddress => $"{server.Address}{FullName}.git";

    /// <value>What each user may do: <c>admin</c>, <c>write</c>, <c>read</c>.</value>
    public Dictionary<string, string> Collaborators { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<EmulatedPullRequest> PullRequests { get; } = [];

    /// <value>As GitHub's description has them, and their <c>annotations</c>.</value>
    public List<JsonObject> CheckRuns { get; } = [];

    public List<JsonObject> Issues { get; } = [];

    public List<JsonObject> Releases { get; } = [];

    public List<JsonObject> WorkflowRuns { get; } = [];

    public List<JsonObject> Artifacts { get; } = [];

    /// <value>The files' text and where they belong.</value>
    public List<(string Sha, string Ref, string Sarif)> SarifFiles { get; } = [];

    /// <value>The content of assets and artifacts by id.</value>
    public Dictionary<long, byte[]> Files { get; } = [];

    /// <value>What happened to the branches, the newest first, as GitHub's description has it.</value>
    public List<JsonObject> Activity { get; } = [];

    /// <value>When what is pushed was pushed. Default: ten minutes ago.</value>
    public DateTimeOffset PushedAt { get; set; } = TimeProvider.System.GetUtcNow().AddMinutes(-10);

    public static string Time(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Commits to a branch as if somebody had pushed.</summary>
    /// <param name="branch">Made when it is not there.</param>
    /// <param name="files">Paths and texts; without a text the file is removed.</param>
    /// <returns>The commit.</returns>
    public string Commit(string branch, params (string Path, string? Text)[] files)
    {
        var parent = Git.Resolve($"refs/heads/{branch}") ?? Git.Resolve($"refs/heads/{DefaultBranch}");
        var entries = files.Select(file => (file.Path, "100644", file.Text is null ? null : Git.WriteBlob(System.Text.Encoding.UTF8.GetBytes(file.Text))));
        var tree = Git.WriteTree(parent, entries);
        var commit = Git.WriteCommit(tree, "change", parent is null ? [] : [parent]);
        Git.Run("update-ref", $"refs/heads/{branch}", commit);
        Pushed(branch, parent, commit);
        return commit;
    }

    private void Pushed(string branch, string? before, string after) => Activity.Insert(0, Shapes.Make("activity", new JsonObject
    {
        ["id"] = Activity.Count + 1,
        ["before"] = before ?? new string('0', 40),
        ["after"] = after,
        ["ref"] = $"refs/heads/{branch}",
        ["timestamp"] = Time(PushedAt),
        ["actor"] = Shapes.User(Owner),
    }));

    /// <summary>Throws a branch back to another commit, as a force-push does.</summary>
    public void Reset(string branch, string commit)
    {
        var before = Git.Resolve($"refs/heads/{branch}");
        Git.Run("update-ref", $"refs/heads/{branch}", commit);
        Pushed(branch, before, commit);
    }

    /// <summary>A copy under another owner, as a contributor makes it.</summary>
    public EmulatedRepository Fork(string owner)
    {
        var fork = server.AddRepository($"{owner}/{Name}", isFork: true);
        fork.Git.Run("fetch", "-q", Git.Folder, "+refs/heads/*:refs/heads/*");
        fork.DefaultBranch = DefaultBranch;
        return fork;
    }

    public EmulatedPullRequest OpenPullRequest(string author, EmulatedRepository head, string branch, string? baseBranch = null)
    {
        var pull = new EmulatedPullRequest(this, PullRequests.Count + 1, author, head, branch, baseBranch ?? DefaultBranch);
        PullRequests.Add(pull);
        return pull;
    }

    /// <summary>A finished run of a pull request's workflow.</summary>
    /// <returns>Its id.</returns>
    public long AddWorkflowRun(EmulatedPullRequest pull, string conclusion)
    {
        var id = server.NextId();
        WorkflowRuns.Add(Shapes.Make("workflow-run", new JsonObject
        {
            ["id"] = id,
            ["event"] = "pull_request",
            ["status"] = "completed",
            ["conclusion"] = conclusion,
            ["head_sha"] = pull.HeadSha,
            ["head_branch"] = pull.Branch,
            ["path"] = ".github/workflows/gates.yml",
            ["workflow_id"] = 1,
            ["run_attempt"] = 1,
            ["html_url"] = $"{server.Address}{FullName}/actions/runs/{id}",
            ["repository"] = pull.Base.Describe(),
            ["head_repository"] = pull.Head.Describe(),
        }));
        return id;
    }

    /// <summary>What a run uploaded.</summary>
    /// <returns>Its id.</returns>
    public long AddArtifact(long runId, string name, byte[] zip)
    {
        var id = server.NextId();
        Files[id] = zip;
        Artifacts.Add(Shapes.Make("artifact", new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["size_in_bytes"] = zip.Length,
            ["digest"] = $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(zip))}",
            ["workflow_run"] = new JsonObject { ["id"] = runId },
        }));
        return id;
    }

    public JsonObject Describe() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["full_name"] = FullName,
        ["fork"] = IsFork,
        ["default_branch"] = DefaultBranch,
        ["owner"] = Shapes.User(Owner),
    };
}
