using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>The four GraphQL requests that the client makes.</summary>
internal static class GraphQlRoute
{
    /// <returns><see langword="null"/> for any other request.</returns>
    public static Answer? Handle(GitHubServer server, EmulatedToken token, JsonObject body)
    {
        var query = (string)body["query"]!;
        if (query.StartsWith("query { viewer", StringComparison.Ordinal))
        {
            return Answer.Ok(new JsonObject { ["data"] = new JsonObject { ["viewer"] = new JsonObject { ["login"] = token.Login } } });
        }

        if (query.Contains("reviewThreads(first: 100, after: $cursor)", StringComparison.Ordinal))
        {
            return Threads(server, (JsonObject)body["variables"]!);
        }

        if (query.StartsWith("mutation($id: ID!) { resolveReviewThread(", StringComparison.Ordinal))
        {
            return Resolve(server, token, (string)body["variables"]!["id"]!);
        }

        return query.Contains("createCommitOnBranch", StringComparison.Ordinal) ? Commit(server, token, (JsonObject)body["variables"]!["input"]!) : null;
    }

    private static Answer Threads(GitHubServer server, JsonObject variables)
    {
        var pull = server.Find($"{variables["owner"]}/{variables["name"]}")?.PullRequests.Find(one => one.Number == (int)variables["number"]!);
        var skip = int.Parse((string?)variables["cursor"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var nodes = (pull?.Threads ?? []).Skip(skip).Take(100).Select(Describe).ToArray();
        var threads = new JsonObject
        {
            ["pageInfo"] = new JsonObject
            {
                ["hasNextPage"] = pull?.Threads.Count > skip + 100,
                ["endCursor"] = nodes.Length == 0 ? null : $"{skip + nodes.Length}",
            },
            ["nodes"] = new JsonArray(nodes),
        };
        return pull is null
            ? Error("repository", "NOT_FOUND", "Could not resolve to a PullRequest.")
            : Answer.Ok(new JsonObject
            {
                ["data"] = new JsonObject { ["repository"] = new JsonObject { ["pullRequest"] = new JsonObject { ["reviewThreads"] = threads } } }
            });
    }

    /// <summary>Bots have no <c>[bot]</c> here, unlike in the REST API.</summary>
    private static JsonNode Describe(EmulatedThread thread)
    {
        var isBot = thread.Login.EndsWith("[bot]", StringComparison.Ordinal);
        var author = new JsonObject { ["__typename"] = isBot ? "Bot" : "User", ["login"] = isBot ? thread.Login[..^5] : thread.Login };
        return new JsonObject
        {
            ["id"] = thread.Id,
            ["isResolved"] = thread.IsResolved,
            ["comments"] = new JsonObject { ["nodes"] = new JsonArray(new JsonObject { ["body"] = thread.Body, ["author"] = author }) },
        };
    }

    /// <summary>GitHub wants both permissions of an app's token.</summary>
    private static Answer Resolve(GitHubServer server, EmulatedToken token, string id)
    {
        var thread = server.Repositories.SelectMany(repository => repository.PullRequests).SelectMany(pull => pull.Threads).FirstOrDefault(one => one.Id == id);
        if (thread is null || !token.May("contents: write") || !token.May("pull-requests: write"))
        {
            return thread is null
                ? Error("resolveReviewThread", "NOT_FOUND", "Could not resolve to a node.")
                : Error("resolveReviewThread", "FORBIDDEN", "Resource not accessible by integration");
        }

        thread.IsResolved = true;
        return Answer.Ok(new JsonObject
        {
            ["data"] = new JsonObject { ["resolveReviewThread"] = new JsonObject { ["thread"] = new JsonObject { ["isResolved"] = true } } }
        });
    }

    private static Answer Commit(GitHubServer server, EmulatedToken token, JsonObject input)
    {
        var branch = $"refs/heads/{input["branch"]!["branchName"]}";
        var repository = server.Find((string)input["branch"]!["repositoryNameWithOwner"]!);
        if (!token.May("contents: write"))
        {
            return Error("createCommitOnBranch", "FORBIDDEN", "Resource not accessible by integration");
        }

        if (repository?.Git.Resolve(branch) is not { } head)
        {
            return Error("createCommitOnBranch", "NOT_FOUND", "A branch could not be found.");
        }

        if (head != (string)input["expectedHeadOid"]!)
        {
            return Error("createCommitOnBranch", "STALE_DATA", $"Expected branch to point to \"{head}\" but it did not.  Pull and try again.");
        }

        var additions = ((JsonArray)input["fileChanges"]!["additions"]!)
            .Select(file => ((string)file!["path"]!, "100644", (string?)repository.Git.WriteBlob(Convert.FromBase64String((string)file["contents"]!))));
        var deletions = ((JsonArray)input["fileChanges"]!["deletions"]!).Select(file => ((string)file!["path"]!, "0", (string?)null));
        var tree = repository.Git.WriteTree(head, additions.Concat(deletions));
        var commit = repository.Git.WriteCommit(tree, (string)input["message"]!["headline"]!, [head]);
        repository.Git.Run("update-ref", branch, commit);
        return Answer.Ok(new JsonObject
        {
            ["data"] = new JsonObject { ["createCommitOnBranch"] = new JsonObject { ["commit"] = new JsonObject { ["oid"] = commit } } }
        });
    }

    private static Answer Error(string part, string type, string message) => Answer.Ok(new JsonObject
    {
        ["data"] = new JsonObject { [part] = null },
        ["errors"] = new JsonArray(new JsonObject { ["type"] = type, ["message"] = message }),
    });
}
