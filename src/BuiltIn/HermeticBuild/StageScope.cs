using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>What the instructions before a step of a Dockerfile settle for it: variables, and how its shell treats errors.</summary>
internal sealed class StageScope(Dockerfile dockerfile)
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private bool stopsOnError;
    private bool stopsInPipes;

    public void Enter(DockerfileInstruction instruction)
    {
        if (instruction.Name == "ARG")
        {
            foreach (var argument in DockerfileArg.Of(instruction))
            {
                Set(argument.Name, argument.Value ?? dockerfile.GlobalArgs.LastOrDefault(global => global.Name == argument.Name)?.Value);
            }
        }
        else if (instruction is { Name: "ENV", Arguments: [var name, var value] } && !name.Contains('=', StringComparison.Ordinal))
        {
            Set(name, value);
        }
        else if (instruction.Name == "ENV")
        {
            foreach (var word in instruction.Arguments.Where(word => word.Contains('=', StringComparison.Ordinal)))
            {
                var sign = word.IndexOf('=', StringComparison.Ordinal);
                Set(word[..sign], word[(sign + 1)..]);
            }
        }
        else if (instruction is { Name: "SHELL", IsJson: true })
        {
            stopsOnError = instruction.Arguments.Any(word => word.Length > 1 && word[0] == '-' && word[1] != '-'
                && word.Contains('e', StringComparison.Ordinal));
            stopsInPipes = instruction.Arguments.Contains("pipefail", StringComparer.Ordinal);
        }
    }

    public string Resolve(string text) => Script.Resolve(text, variables.GetValueOrDefault);

    public Script Into(Script script) => script with
    {
        StopsOnError = stopsOnError,
        StopsInPipes = stopsInPipes,
        Variables = new Dictionary<string, string>(variables, StringComparer.Ordinal),
    };

    private void Set(string name, string? value)
    {
        if (value is null)
        {
            variables.Remove(name);
        }
        else
        {
            variables[name] = Resolve(value.Trim('"', '\''));
        }
    }
}
