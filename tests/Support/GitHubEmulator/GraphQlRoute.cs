using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>The two GraphQL requests that the client makes.</summary>
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

        return query.Contains("createCommitOnBranch", StringComparison.Ordinal) ? Commit(server, token, (JsonObject)body["variables"]!["input"]!) : null;
    }

    private static Answer Commit(GitHubServer server, EmulatedToken token, JsonObject input)
    {
        var branch = $"refs/heads/{input["branch"]!["branchName"]}";
        var repository = server.Find((string)input["branch"]!["repositoryNameWithOwner"]!);
        if (!token.May("contents: write"))
        {
            return Error("FORBIDDEN", "Resource not accessible by integration");
        }

        if (repository?.Git.Resolve(branch) is not { } head)
        {
            return Error("NOT_FOUND", "A branch could not be found.");
        }

        if (head != (string)input["expectedHeadOid"]!)
        {
            return Error("STALE_DATA", $"Expected branch to point to \"{head}\" but it did not.  Pull and try again.");
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

    private static Answer Error(string type, string message) => Answer.Ok(new JsonObject
    {
        ["data"] = new JsonObject { ["createCommitOnBranch"] = null },
        ["errors"] = new JsonArray(new JsonObject { ["type"] = type, ["message"] = message }),
    });
}
