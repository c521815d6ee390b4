using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>A pull request of the emulator.</summary>
internal sealed class EmulatedPullRequest
{
    private readonly string author;

    public EmulatedPullRequest(EmulatedRepository repository, int number, string author, EmulatedRepository head, string branch, string baseBranch)
    {
        (Base, Number, this.author, Head, Branch, BaseBranch) = (repository, number, author, head, branch, baseBranch);
        Synchronize();
    }

    public EmulatedRepository Base { get; }

    public EmulatedRepository Head { get; }

    public int Number { get; }

    public string Branch { get; }

    public string BaseBranch { get; }

    public string HeadSha { get; private set; } = "";

    /// <value>The test merge; <see langword="null"/> when there are conflicts.</value>
    public string? MergeSha { get; private set; }

    public string State { get; private set; } = "open";

    public bool IsMerged { get; private set; }

    /// <value>Whether nobody may comment any more.</value>
    public bool IsLocked { get; set; }

    /// <value>As GitHub's description has them.</value>
    public List<JsonObject> Comments { get; } = [];

    /// <value>As GitHub's description has them.</value>
    public List<JsonObject> Reviews { get; } = [];

    /// <value>As GitHub's description has them, the oldest first.</value>
    public List<JsonObject> Events { get; } = [];

    /// <value>The labels that it has now.</value>
    public List<string> Labels { get; } = [];

    /// <value>The conversations on its lines.</value>
    public List<EmulatedThread> Threads { get; } = [];

    public string BaseSha => Base.Git.Resolve($"refs/heads/{BaseBranch}")!;

    /// <summary>Takes over what was pushed to the head's branch.</summary>
    public void Synchronize()
    {
        Base.Git.Run("fetch", "-q", Head.Git.Folder, $"+refs/heads/{Branch}:refs/pull/{Number}/head");
        HeadSha = Base.Git.Resolve($"refs/pull/{Number}/head")!;
        if (Base.Git.Try("merge-tree", "--write-tree", BaseSha, HeadSha) is { } tree)
        {
            MergeSha = Base.Git.WriteCommit(tree.Split('\n')[0], "merge", [BaseSha, HeadSha]);
            Base.Git.Run("update-ref", $"refs/pull/{Number}/merge", MergeSha);
        }
        else
        {
            MergeSha = null;
        }
    }

    public void Close() => State = "closed";

    public void Merge()
    {
        Base.Git.Run("update-ref", $"refs/heads/{BaseBranch}", MergeSha ?? throw new InvalidOperationException("there are conflicts"));
        (State, IsMerged) = ("closed", true);
    }

    /// <summary>A review of the head as it is now.</summary>
    /// <param name="login">Its author.</param>
    /// <param name="state"><c>APPROVED</c>, <c>CHANGES_REQUESTED</c>, <c>COMMENTED</c>.</param>
    /// <returns>To be changed, for example dismissed.</returns>
    public JsonObject Review(string login, string state)
    {
        var review = Shapes.Make("pull-request-review", new JsonObject
        {
            ["id"] = Reviews.Count + 1,
            ["user"] = Shapes.User(login),
            ["state"] = state,
            ["commit_id"] = HeadSha,
            ["submitted_at"] = "2026-01-01T00:00:00Z",
            ["author_association"] = Base.Collaborators.ContainsKey(login) ? "MEMBER" : "NONE",
        });
        Reviews.Add(review);
        return review;
    }

    /// <summary>Puts a label on, or takes it off.</summary>
    /// <param name="login">Who does.</param>
    /// <param name="label">Its name.</param>
    /// <param name="at">When.</param>
    /// <param name="isOn">Whether it is put on.</param>
    public void Label(string login, string label, DateTimeOffset at, bool isOn = true)
    {
        Labels.RemoveAll(one => one == label);
        if (isOn)
        {
            Labels.Add(label);
        }

        Events.Add(Shapes.Make("labeled-issue-event", new JsonObject
        {
            ["id"] = Events.Count + 1,
            ["actor"] = Shapes.User(login),
            ["event"] = isOn ? "labeled" : "unlabeled",
            ["created_at"] = EmulatedRepository.Time(at),
            ["label"] = new JsonObject { ["name"] = label, ["color"] = "ff0000" },
        }));
    }

    /// <summary>The lines that its diff shows of a file as it is after the change; of nothing that git calls binary.</summary>
    public HashSet<int> ShownLines(string path)
    {
        var lines = new HashSet<int>();
        var number = 0;
        var diff = Base.Git.Run("diff", "-U3", $"{BaseSha}...{HeadSha}", "--", path).Split('\n');
        foreach (var line in diff.SkipWhile(line => !line.StartsWith("@@", StringComparison.Ordinal)))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                number = int.Parse(line.Split('+')[1].Split(',', ' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            }
            else if (line.Length > 0 && line[0] is ' ' or '+')
            {
                lines.Add(number++);
            }
        }

        return lines;
    }

    /// <summary>A comment of somebody.</summary>
    public JsonObject Comment(long id, string login, string body)
    {
        var comment = Shapes.Make("issue-comment", new JsonObject { ["id"] = id, ["user"] = Shapes.User(login), ["body"] = body });
        comment["html_url"] = $"https://example.invalid/{Base.FullName}/pull/{Number}#issuecomment-{id}";
        Comments.Add(comment);
        return comment;
    }

    /// <param name="schema"><c>pull-request</c>, or <c>pull-request-simple</c> for lists.</param>
    public JsonObject Describe(string schema)
    {
        var set = new JsonObject
        {
            ["id"] = Number,
            ["number"] = Number,
            ["state"] = State,
            ["title"] = $"Change {Branch}",
            ["user"] = Shapes.User(author),
            ["html_url"] = $"https://example.invalid/{Base.FullName}/pull/{Number}",
            ["merge_commit_sha"] = MergeSha,
            ["merged_at"] = IsMerged ? "2026-01-01T00:00:00Z" : null,
            ["head"] = Side(Head, Branch, HeadSha),
            ["base"] = Side(Base, BaseBranch, BaseSha),
        };
        var labels = Labels.Select((label, index) => (JsonNode)new JsonObject
        {
            ["id"] = index + 1,
            ["node_id"] = "L_1",
            ["url"] = "https://example.invalid/",
            ["name"] = label,
            ["description"] = null,
            ["color"] = "ff0000",
            ["default"] = false,
        });
        set["labels"] = new JsonArray([.. labels]);
        if (schema == "pull-request")
        {
            set["merged"] = IsMerged;
            set["changed_files"] = Files().Count();
        }

        return Shapes.Make(schema, set);
    }

    /// <summary>What it changes, as git says.</summary>
    public IEnumerable<JsonObject> Files()
    {
        var lines = Base.Git
            .Run("-c", "core.quotePath=false", "diff", "--raw", "-M", "--no-abbrev", $"{BaseSha}...{HeadSha}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var parts in lines.Select(line => line.Split('\t')))
        {
            var facts = parts[0].Split(' ');
            var status = facts[4][0] switch { 'A' => "added", 'D' => "removed", 'R' => "renamed", _ => "modified" };
            var patch = Base.Git.Run("diff", "-M", $"{BaseSha}...{HeadSha}", "--", parts[1], parts[^1]);
            var start = patch.IndexOf("\n@@", StringComparison.Ordinal);
            var file = new JsonObject { ["filename"] = parts[^1], ["status"] = status, ["sha"] = status == "removed" ? facts[2] : facts[3] };
            if (start >= 0)
            {
                file["patch"] = patch[(start + 1)..];
            }

            if (status == "renamed")
            {
                file["previous_filename"] = parts[1];
            }

            yield return Shapes.Make("diff-entry", file);
        }
    }

    private static JsonObject Side(EmulatedRepository repository, string branch, string sha) => new()
    {
        ["label"] = $"{repository.Owner}:{branch}",
        ["ref"] = branch,
        ["sha"] = sha,
        ["repo"] = repository.Describe(),
        ["user"] = Shapes.User(repository.Owner),
    };
}

/// <summary>A conversation on a line.</summary>
internal sealed record EmulatedThread(string Id, string Login, string Body, string Path, int Line)
{
    public bool IsResolved { get; set; }
}
