using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Releases and their files.</summary>
internal static class ReleaseRoutes
{
    public const string Upload = "POST /repos/{owner}/{repo}/releases/{release_id}/assets";

    public static readonly IReadOnlyList<Route> All =
    [
        new("GET /repos/{owner}/{repo}/releases", "contents: read", call => Answer.Page(call, call.Server.Settled(call, Visible(call)))),
        new("POST /repos/{owner}/{repo}/releases", "contents: write", Create),
        new("GET /repos/{owner}/{repo}/releases/tags/{tag}", "contents: read", ByTag),
        new("PATCH /repos/{owner}/{repo}/releases/{release_id}", "contents: write", Update),
        new(
            "GET /repos/{owner}/{repo}/releases/{release_id}/assets",
            "contents: read",
            call => Find(call) is { } release ? Answer.Page(call, Assets(release)) : Answer.NotFound),
        new(Upload, "contents: write", Attach),
        new("GET /repos/{owner}/{repo}/releases/assets/{asset_id}", "contents: read", Download),
        new("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", "contents: write", Delete),
    ];

    /// <summary>Makes a file what GitHub keeps of an upload that broke off.</summary>
    public static void BreakOff(GitHubServer server, long id)
    {
        var asset = server.Repositories.SelectMany(repository => repository.Releases).SelectMany(Assets).First(asset => (long)asset["id"]! == id);
        (asset["state"], asset["size"], asset["digest"]) = ("starter", 0, null);
    }

    /// <summary>Only those who can write see drafts.</summary>
    private static IEnumerable<JsonObject> Visible(Call call) =>
        call.Repository.Releases.Where(release => !(bool)release["draft"]! || call.Token.May("contents: write")).Reverse();

    private static Answer Create(Call call)
    {
        var tag = call.Text("tag_name")!;
        var isDraft = (bool?)call.Body["draft"] == true;
        if (call.Repository.Releases.Any(release => (string?)release["tag_name"] == tag && !(bool)release["draft"]!))
        {
            return Answer.Refused(422, "Validation Failed");
        }

        var id = call.Server.NextId();
        var release = Shapes.Make("release", new JsonObject
        {
            ["id"] = id,
            ["tag_name"] = tag,
            ["target_commitish"] = call.Text("target_commitish") ?? call.Repository.DefaultBranch,
            ["name"] = call.Text("name"),
            ["body"] = call.Text("body"),
            ["draft"] = isDraft,
            ["prerelease"] = (bool?)call.Body["prerelease"] == true,
            ["author"] = Shapes.User(call.Token.Login),
            ["upload_url"] = $"{call.Server.Uploads}repos/{call.Repository.FullName}/releases/{id}/assets{{?name,label}}",
        });
        call.Repository.Releases.Add(release);
        Publish(call, release);
        return Answer.Created(release.DeepClone());
    }

    private static Answer ByTag(Call call) =>
        call.Repository.Releases.Find(release => (string?)release["tag_name"] == call["tag"] && !(bool)release["draft"]!) is { } release
            ? Answer.Ok(release.DeepClone())
            : Answer.NotFound;

    private static Answer Update(Call call)
    {
        if (Find(call) is not { } release)
        {
            return Answer.NotFound;
        }

        foreach (var name in new[] { "name", "body", "draft", "prerelease", "tag_name" }.Where(call.Body.ContainsKey))
        {
            release[name] = call.Body[name]?.DeepClone();
        }

        Publish(call, release);
        return Answer.Ok(release.DeepClone());
    }

    /// <summary>A published release has its tag.</summary>
    private static void Publish(Call call, JsonObject release)
    {
        if ((bool)release["draft"]! || release["published_at"] is not null)
        {
            return;
        }

        release["published_at"] = "2026-01-01T00:00:00Z";
        release["immutable"] = call.Repository.HasImmutableReleases;
        if (call.Repository.Git.Resolve($"refs/tags/{release["tag_name"]}") is null)
        {
            call.Repository.Git.Run("update-ref", $"refs/tags/{release["tag_name"]}", call.Repository.Git.Resolve((string)release["target_commitish"]!)!);
        }
    }

    private static Answer Attach(Call call)
    {
        if (Find(call) is not { } release)
        {
            return Answer.NotFound;
        }

        if ((bool?)release["immutable"] == true)
        {
            return Answer.Refused(422, "Cannot upload assets to an immutable release.");
        }

        var name = call.Query["name"];
        if (Assets(release).Any(asset => (string?)asset["name"] == name))
        {
            return new Answer(
                422,
                new JsonObject
                {
                    ["message"] = "Validation Failed",
                    ["errors"] = new JsonArray(new JsonObject { ["resource"] = "ReleaseAsset", ["code"] = "already_exists", ["field"] = "name" })
                });
        }

        var id = call.Server.NextId();
        call.Repository.Files[id] = call.Content;
        var asset = Shapes.Make("release-asset", new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["size"] = call.Content.Length,
            ["digest"] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(call.Content))}",
            ["uploader"] = Shapes.User(call.Token.Login),
        });
        ((JsonArray)release["assets"]!).Add(asset);
        return Answer.Created(asset.DeepClone());
    }

    private static Answer Download(Call call)
    {
        var asset = call.Repository.Releases.SelectMany(Assets).FirstOrDefault(asset => (long)asset["id"]! == call.Id("asset_id"));
        if (asset is null)
        {
            return Answer.NotFound;
        }

        return call.Accept == "application/octet-stream"
            ? Answer.Redirect(call.Server.Store(call.Repository.Files[call.Id("asset_id")]))
            : Answer.Ok(asset.DeepClone());
    }

    private static Answer Delete(Call call)
    {
        foreach (var assets in call.Repository.Releases.Select(release => (JsonArray)release["assets"]!))
        {
            if (assets.FirstOrDefault(asset => (long)asset!["id"]! == call.Id("asset_id")) is { } asset)
            {
                assets.Remove(asset);
                return Answer.NoContent;
            }
        }

        return Answer.NotFound;
    }

    private static IEnumerable<JsonObject> Assets(JsonObject release) => ((JsonArray)release["assets"]!).Cast<JsonObject>();

    private static JsonObject? Find(Call call) => call.Repository.Releases.Find(release => (long)release["id"]! == call.Id("release_id"));
}
