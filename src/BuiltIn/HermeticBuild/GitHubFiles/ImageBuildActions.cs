using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>Finds actions that build images with the network at hand.</summary>
internal sealed class ImageBuildActions(BuildFiles files)
{
    // The action, the input that settles the network, and what stands in it when there is none.
    private static readonly (string Action, string Input, string Closed)[] Builders =
    [
        ("docker/build-push-action", "network", "none"),
        ("depot/build-push-action", "network", "none"),
        ("useblacksmith/build-push-action", "network", "none"),
        ("docker/bake-action", "set", ".network=none"),
        ("depot/bake-action", "set", ".network=none"),
        ("redhat-actions/buildah-build", "extra-args", "--network=none"),
        ("elgohr/Publish-Docker-Github-Action", "", ""),
        ("mr-smithers-excellent/docker-build-push", "", ""),
        ("whoan/docker-build-with-cache-action", "build_extra_args", "--network=none"),
    ];

    public void Inspect(WorkflowStep step, string where, string path, HermeticFacts facts)
    {
        var name = step.Uses!.Text.Split('@')[0];
        var (action, input, closed) = Array.Find(Builders, builder => ActionPins.Covers(builder.Action, name));
        if (action is null)
        {
            return;
        }

        var pulls = step.With.TryGetValue("pull", out var pull) && pull.Text.Equals("true", StringComparison.OrdinalIgnoreCase);
        var open = !IsClosed(step, input, closed);
        if (open || pulls)
        {
            facts.Commands.Add(new CommandFact
            {
                Problem = open ? "docker-build-network" : "docker-build-pull",
                Tool = action,
                Subjects = pulls ? ["pull: true"] : [],
                Better = Better(input, closed, open, pulls),
                Where = where,
                Path = path,
                Line = step.Uses.Line,
            });
        }
    }

    private bool IsClosed(WorkflowStep step, string input, string closed)
    {
        var set = input.Length > 0 && step.With.TryGetValue(input, out var given) ? given.Text : "";
        var isSet = input == "network" ? set == closed : set.Contains(closed, StringComparison.Ordinal) && closed.Length > 0;
        return isSet || (input == "network" && set.Contains("${{", StringComparison.Ordinal)) || (input == "set" && FilesSayNone(step));
    }

    private bool FilesSayNone(WorkflowStep step)
    {
        var folder = step.With.TryGetValue("workdir", out var workdir) ? Folders.Enter("", workdir.Text) : "";
        var named = step.With.TryGetValue("files", out var list)
            ? list.Text.Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
            : [];
        return files.BakeIsClosed(folder, named);
    }

    private static string Better(string input, string closed, bool open, bool pulls)
    {
        var network = input switch
        {
            "network" => "network: none",
            "set" => "set: \"*.network=none\"",
            "" => "docker/build-push-action with network: none",
            _ => $"{input}: {closed}",
        };
        return open && pulls ? network + ", pull: false" : open ? network : "pull: false";
    }
}
