using System.Globalization;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Git's blobs and files, from the real repository.</summary>
internal static class GitDataRoutes
{
    public static readonly IReadOnlyList<Route> All =
    [
        new("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", "contents: read", Matching),
        new("GET /repos/{owner}/{repo}/git/tags/{tag_sha}", "contents: read", Tag),
        new("GET /repos/{owner}/{repo}/contents/{path}", "contents: read", ReadFile),
        new("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", "contents: read", ReadBlob),
    ];

    private static Answer ReadFile(Call call)
    {
        var at = call.Query.GetValueOrDefault("ref", call.Repository.DefaultBranch);
        if (call.Repository.Git.Try("ls-tree", at, call["path"]) is not { Length: > 0 } line)
        {
            return Answer.NotFound;
        }

        var facts = line.Split('\t')[0].Split(' ');
        if (facts[1] == "tree")
        {
            return Answer.Ok(new JsonArray());
        }

        var content = call.Repository.Git.ReadBlob(facts[2]);
        return Answer.Ok(Shapes.Make("content-file", new JsonObject
        {
            ["name"] = call["path"].Split('/')[^1],
            ["path"] = call["path"],
            ["sha"] = facts[2],
            ["size"] = content.Length,
            ["encoding"] = content.Length > 1_048_576 ? "none" : "base64",
            ["content"] = content.Length > 1_048_576 ? "" : Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks),
        }));
    }

    private static Answer ReadBlob(Call call)
    {
        if (call.Repository.Git.Try("cat-file", "-s", call["file_sha"]) is not { } size)
        {
            return Answer.NotFound;
        }

        var content = Convert.ToBase64String(call.Repository.Git.ReadBlob(call["file_sha"]), Base64FormattingOptions.InsertLineBreaks);
        return Answer.Ok(Shapes.Make(
            "blob",
            new JsonObject
            {
                ["sha"] = call["file_sha"],
                ["size"] = long.Parse(size, CultureInfo.InvariantCulture),
                ["content"] = content,
                ["encoding"] = "base64"
            }));
    }

    private static Answer Matching(Call call) => Answer.Page(call, call.Repository.Git
        .Run("for-each-ref", "--format=%(refname) %(objecttype) %(objectname)", $"refs/{call["ref"]}*")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .Select(parts => Shapes.Make("git-ref", new JsonObject
        {
            ["ref"] = parts[0],
            ["object"] = new JsonObject { ["type"] = parts[1], ["sha"] = parts[2] },
        })));

    private static Answer Tag(Call call) => call.Repository.Git.Try("rev-parse", "--verify", $"{call["tag_sha"]}^{{tag}}") is null
        ? Answer.NotFound
        : Answer.Ok(Shapes.Make("git-tag", new JsonObject
        {
            ["sha"] = call["tag_sha"],
            ["object"] = new JsonObject { ["type"] = "commit", ["sha"] = call.Repository.Git.Run("rev-parse", $"{call["tag_sha"]}^{{commit}}").Trim() },
        }));
}
