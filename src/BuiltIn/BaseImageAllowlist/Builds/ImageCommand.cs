using System.Collections.Frozen;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>
/// Commands of a script that have a cluster run an image, or fetch one: kubectl, helm, services of Docker, and pulls. An image that only the run knows is no
/// fault, as deployments name what was just built: it is said.
/// </summary>
internal sealed class ImageCommand(SourceText source, ScriptVariables variables, CollectedImages into)
{
    private static readonly FrozenSet<string> Valued = FrozenSet.ToFrozenSet(
        [
            "-n", "--namespace", "--context", "--kubeconfig", "--cluster", "--user", "-s", "--server", "--token", "-l", "--selector", "-c", "--container", "-f",
            "--filename", "-o", "--output", "--image", "--port", "--env", "-e", "--labels", "--overrides", "--restart", "--schedule", "--replicas", "-r",
            "--set", "--set-string", "--set-file", "--set-json", "--set-literal", "--values", "--version", "--repo", "--kube-context", "--timeout", "--target",
            "--copy-to", "--profile", "--address", "-a", "--platform", "--snapshotter", "--user", "-u", "--creds", "--auth", "--name", "--network", "--mount",
            "--publish", "-p", "--label", "--constraint", "--mode", "--secret", "--config", "--hostname", "--workdir", "-w", "--limit-cpu", "--limit-memory",
            "--reserve-cpu", "--reserve-memory", "--update-delay", "--update-parallelism", "--restart-condition", "--endpoint-mode", "--host", "-H",
            "--log-driver",
            "--log-opt", "--placement-pref", "--stop-grace-period", "--health-cmd", "--entrypoint", "--dns", "--group", "--container-label", "--cap-add",
            "--cap-drop", "--runtime-endpoint", "--image-endpoint", "--arch", "--os", "--variant", "--authfile", "--cert-dir", "--log-level", "--connection",
        ],
        StringComparer.Ordinal);

    public static bool MayHold(string script) =>
        script.Contains("kubectl", StringComparison.Ordinal) || script.Contains("helm", StringComparison.Ordinal)
        || script.Contains("oc ", StringComparison.Ordinal)
        || script.Contains("pull", StringComparison.Ordinal) || script.Contains("service", StringComparison.Ordinal);

    /// <param name="invocation">The command.</param>
    /// <param name="words">Its arguments.</param>
    public void Read(Invocation invocation, IReadOnlyList<ShellWord> words)
    {
        var options = CommandOptions.Read(words, 0, Valued);
        var verbs = options.Operands.Select(word => word.Text).Take(2).ToList();
        switch (invocation.Name, verbs)
        {
            case ("kubectl" or "oc", ["set", "image"]):
                foreach (var pair in options.Operands.Skip(2).Where(word => word.Text.Contains('=', StringComparison.Ordinal)))
                {
                    Add(pair with { Text = pair.Text[(pair.Text.IndexOf('=', StringComparison.Ordinal) + 1)..] }, $"{invocation.Name} set image");
                }

                break;
            case ("kubectl" or "oc", ["run" or "debug" or "create", ..]):
                AddAll(options.All("--image"), $"{invocation.Name} {verbs[0]}");
                break;
            case ("helm", ["install" or "upgrade" or "template", ..]):
                ReadHelm(options, $"helm {verbs[0]}");
                break;
            case ("docker" or "podman", ["service", "create"]):
                AddAll(options.Operands.Skip(2).Take(1), $"{invocation.Name} service create");
                break;
            case ("docker" or "podman", ["service", "update"]):
                AddAll(options.All("--image"), $"{invocation.Name} service update");
                break;
            case ("docker" or "podman" or "nerdctl" or "crictl" or "finch", ["pull", ..]):
                AddAll(options.Operands.Skip(1).Take(1), $"{invocation.Name} pull");
                break;
            case ("docker" or "podman" or "nerdctl", ["image", "pull"]) or ("ctr", ["images" or "image" or "i", "pull" or "fetch"]):
                AddAll(options.Operands.Skip(2).Take(1), $"{invocation.Name} {verbs[0]} {verbs[1]}");
                break;
        }
    }

    /// <summary><c>--set image=a:1</c>, and <c>--set image.repository=a,image.tag=1</c>; a part alone leaves the other to the chart.</summary>
    private void ReadHelm(CommandOptions options, string kind)
    {
        var parts = new Dictionary<string, Dictionary<string, ShellWord>>(StringComparer.Ordinal);
        foreach (var word in options.All("--set", "--set-string"))
        {
            foreach (var pair in word.Text.Split(','))
            {
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                var (key, value) = equals > 0 ? (pair[..equals], word with { Text = pair[(equals + 1)..] }) : ("", word);
                var dot = key.LastIndexOf('.');
                if (IsImage(key[(dot + 1)..]))
                {
                    Add(value, kind);
                }
                else if (dot > 0 && IsImage(key[(key.LastIndexOf('.', dot - 1) + 1)..dot]))
                {
                    parts.TryAdd(key[..dot], []);
                    parts[key[..dot]][key[(dot + 1)..]] = value;
                }
            }
        }

        foreach (var image in parts.Values.Where(image => image.ContainsKey("repository") || image.ContainsKey("name")))
        {
            var name = image.GetValueOrDefault("repository") ?? image["name"];
            var registry = image.TryGetValue("registry", out var host) ? host.Text + "/" : "";
            var version = image.TryGetValue("digest", out var digest) ? "@" + digest.Text : image.TryGetValue("tag", out var tag) ? ":" + tag.Text : "";
            if (version.Length > 0)
            {
                Add(name with { Text = registry + name.Text + version, IsDynamic = image.Values.Any(part => part.IsDynamic) }, kind);
            }
        }
    }

    private static bool IsImage(string key) => key.EndsWith("image", StringComparison.OrdinalIgnoreCase);

    private void AddAll(IEnumerable<ShellWord> words, string kind)
    {
        foreach (var word in words)
        {
            Add(word, kind);
        }
    }

    private void Add(ShellWord word, string kind)
    {
        // A word with a variable or a template in it is not whole.
        var text = variables.Expand(word);
        if (text is null || text.Contains('$', StringComparison.Ordinal) || text.Contains('{', StringComparison.Ordinal))
        {
            if (!into.Unread.Exists(file => file.Kind == UnreadFile.Command && file.Path == source.Path))
            {
                into.AddUnread(source, word.Line, UnreadFile.Command, $"the image of `{kind}` is only known to the run", certain: false);
            }
        }
        else if (text.Length > 0 && ImageReference.TryParse(text, out _, out _))
        {
            into.AddImage(source, kind, text, kind, word.Line);
        }
    }
}
