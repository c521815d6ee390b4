using System.Globalization;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Git's objects, refs and files, from the real repository.</summary>
internal static class GitDataRoutes
{
    public static readonly IReadOnlyList<Route> All =
    [
        new("GET /repos/{owner}/{repo}/contents/{path}", "contents: read", ReadFile),
        new("GET /repos/{owner}/{repo}/git/ref/{ref}", "contents: read", call => Reference(call, call["ref"]) is { } found ? Answer.Ok(found) : Answer.NotFound),
        new("POST /repos/{owner}/{repo}/git/refs", "contents: write", CreateReference),
        new("PATCH /repos/{owner}/{repo}/git/refs/{ref}", "contents: write", UpdateReference),
        new("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", "contents: read", call => Commit(call, call["commit_sha"]) is { } commit ? Answer.Ok(commit) : Answer.NotFound),
        new("POST /repos/{owner}/{repo}/git/commits", "contents: write", call => Answer.Created(Commit(call, call.Repository.Git.WriteCommit(call.Text("tree")!, call.Text("message")!, Texts(call, "parents")))!)),
        new("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", "contents: read", call => Tree(call, call["tree_sha"], call.Query.ContainsKey("recursive")) is { } tree ? Answer.Ok(tree) : Answer.NotFound),
        new("POST /repos/{owner}/{repo}/git/trees", "contents: write", CreateTree),
        new("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", "contents: read", ReadBlob),
        new("POST /repos/{owner}/{repo}/git/blobs", "contents: write", CreateBlob),
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

    private static JsonObject? Reference(Call call, string name) =>
        call.Repository.Git.Try("rev-parse", "--verify", "--quiet", $"refs/{name}") is { } sha
            ? Shapes.Make("git-ref", new JsonObject { ["ref"] = $"refs/{name}", ["object"] = new JsonObject { ["sha"] = sha, ["type"] = call.Repository.Git.Run("cat-file", "-t", sha) } })
            : null;

    private static Answer CreateReference(Call call)
    {
        var name = call.Text("ref")!["refs/".Length..];
        if (Reference(call, name) is not null)
        {
            return Answer.Refused(422, "Reference already exists");
        }

        call.Repository.Git.Run("update-ref", $"refs/{name}", call.Text("sha")!);
        return Answer.Created(Reference(call, name)!);
    }

    private static Answer UpdateReference(Call call)
    {
        if (call.Repository.Git.Resolve($"refs/{call["ref"]}") is not { } old)
        {
            return Answer.Refused(422, "Reference does not exist");
        }

        if ((bool?)call.Body["force"] != true && call.Repository.Git.Try("merge-base", "--is-ancestor", old, call.Text("sha")!) is null)
        {
            return Answer.Refused(422, "Update is not a fast forward");
        }

        call.Repository.Git.Run("update-ref", $"refs/{call["ref"]}", call.Text("sha")!);
        return Answer.Ok(Reference(call, call["ref"])!);
    }

    private static JsonObject? Commit(Call call, string sha)
    {
        if (call.Repository.Git.Resolve(sha) is null)
        {
            return null;
        }

        var facts = call.Repository.Git.Run("show", "-s", "--format=%T%n%P%n%B", sha).Split('\n', 3);
        JsonArray parents = [.. facts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parent => new JsonObject { ["sha"] = parent, ["url"] = "https://example.invalid/", ["html_url"] = "https://example.invalid/" })];
        return Shapes.Make("git-commit", new JsonObject { ["sha"] = sha, ["message"] = facts[2].TrimEnd('\n'), ["tree"] = new JsonObject { ["sha"] = facts[0] }, ["parents"] = parents });
    }

    private static JsonObject? Tree(Call call, string sha, bool isRecursive)
    {
        string[] arguments = isRecursive ? ["ls-tree", "-z", "-r", "-t", sha] : ["ls-tree", "-z", sha];
        if (call.Repository.Git.Try(arguments) is not { } text)
        {
            return null;
        }

        var entries = text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(line => (Facts: line.Split('\t')[0].Split(' '), Path: line.Split('\t')[1]))
            .Select(line => new JsonObject { ["path"] = line.Path, ["mode"] = line.Facts[0], ["type"] = line.Facts[1], ["sha"] = line.Facts[2] });
        return Shapes.Make("git-tree", new JsonObject { ["sha"] = call.Repository.Git.Run("rev-parse", $"{sha}^{{tree}}"), ["tree"] = new JsonArray([.. entries]), ["truncated"] = false });
    }

    private static Answer CreateTree(Call call)
    {
        var entries = ((JsonArray)call.Body["tree"]!).Select(entry => ((string)entry!["path"]!, (string)entry["mode"]!, (string?)entry["sha"]));
        return Answer.Created(Tree(call, call.Repository.Git.WriteTree(call.Text("base_tree"), entries), isRecursive: false)!);
    }

    private static Answer ReadBlob(Call call)
    {
        if (call.Repository.Git.Try("cat-file", "-s", call["file_sha"]) is not { } size)
        {
            return Answer.NotFound;
        }

        var content = Convert.ToBase64String(call.Repository.Git.ReadBlob(call["file_sha"]), Base64FormattingOptions.InsertLineBreaks);
        return Answer.Ok(Shapes.Make("blob", new JsonObject { ["sha"] = call["file_sha"], ["size"] = long.Parse(size, CultureInfo.InvariantCulture), ["content"] = content, ["encoding"] = "base64" }));
    }

    private static Answer CreateBlob(Call call)
    {
        var content = call.Text("encoding") == "base64" ? Convert.FromBase64String(call.Text("content")!) : System.Text.Encoding.UTF8.GetBytes(call.Text("content")!);
        return Answer.Created(Shapes.Make("short-blob", new JsonObject { ["sha"] = call.Repository.Git.WriteBlob(content) }));
    }

    private static IEnumerable<string> Texts(Call call, string name) => ((JsonArray?)call.Body[name] ?? []).Select(item => (string)item!);
}
