using System.Text.Json;
using Gates.Doors.Docker;
using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>What an image's configuration says of how it was made, and how it is to be run.</summary>
internal static class ImageHistory
{
    private static readonly string[] Makers = ["RUN", "COPY", "ADD", "WORKDIR"];

    /// <summary>
    /// For each layer beyond the base's, from the first: the line of the step that made it. Builders do not say; their steps come in the order of the file.
    /// </summary>
    public static IReadOnlyList<int> Lines(JsonElement configuration, MarkedDockerfile file, string target)
    {
        var steps = new Queue<DockerfileInstruction>(StepsOf(file.Written, target));
        var lines = new List<int>();
        var last = steps.TryPeek(out var from) ? from.Line : 1;
        if (!configuration.TryGetProperty("history", out var history) || history.ValueKind != JsonValueKind.Array)
        {
            return lines;
        }

        // What came with the base stands before our mark.
        var made = history.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object).ToList();
        var mark = made.FindIndex(entry => Text(entry, "created_by").Contains(DockerMark.RunLabel, StringComparison.Ordinal));
        foreach (var entry in made.Skip(mark + 1)
            .Where(entry => !(entry.TryGetProperty("empty_layer", out var empty) && empty.ValueKind == JsonValueKind.True)))
        {
            var kind = KindOf(Text(entry, "created_by"));
            while (steps.TryDequeue(out var step))
            {
                if (step.Name == kind)
                {
                    last = step.Line;
                    break;
                }
            }

            lines.Add(last);
        }

        return lines;
    }

    /// <summary>How it is to be run: what does not depend on when and where it was built.</summary>
    public static string Configuration(JsonElement configuration)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var name in new[] { "architecture", "os", "variant", "author" })
            {
                if (configuration.TryGetProperty(name, out var value))
                {
                    json.WritePropertyName(name);
                    value.WriteTo(json);
                }
            }

            if (configuration.TryGetProperty("config", out var config) && config.ValueKind == JsonValueKind.Object)
            {
                Write(json, config);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, JsonElement config)
    {
        foreach (var member in config.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            // The builder's own: the container of the last step and the image before it.
            if (member.Name is "Hostname" or "Image" or "Domainname")
            {
                continue;
            }

            json.WritePropertyName(member.Name);
            if (member.Name == "Labels" && member.Value.ValueKind == JsonValueKind.Object)
            {
                json.WriteStartObject();
                foreach (var label in member.Value.EnumerateObject().Where(label => !label.Name.StartsWith("gates.", StringComparison.Ordinal))
                    .OrderBy(label => label.Name, StringComparer.Ordinal))
                {
                    label.WriteTo(json);
                }

                json.WriteEndObject();
            }
            else
            {
                member.Value.WriteTo(json);
            }
        }
    }

    /// <summary>The steps of the stage that was built, with those of the stages that it stands on.</summary>
    private static IEnumerable<DockerfileInstruction> StepsOf(Dockerfile file, string target)
    {
        var chain = new Stack<DockerfileStage>();
        for (var stage = RemoteSources.Built(file, target).LastOrDefault(); stage is not null;)
        {
            chain.Push(stage);
            var (name, index) = (stage.Base.ToLowerInvariant(), stage.Index);
            stage = file.Stages.Take(index).LastOrDefault(earlier => earlier.Name == name);
        }

        return chain.SelectMany(stage => stage.Instructions.Prepend(stage.From));
    }

    private static string KindOf(string made)
    {
        const string NoOperation = "#(nop) ";
        var text = made.IndexOf(NoOperation, StringComparison.Ordinal) is >= 0 and var at ? made[(at + NoOperation.Length)..].TrimStart() : made;
        return Makers.FirstOrDefault(maker => text.StartsWith(maker + " ", StringComparison.Ordinal)) ?? "RUN";
    }

    private static string Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
