using Jint.Runtime.Modules;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Modules;

/// <summary>Gives the engine the files of one policy, and nothing else.</summary>
internal sealed class GraphLoader(ModuleGraph graph) : IModuleLoader
{
    public ResolvedSpecifier Resolve(string? referencingModuleLocation, ModuleRequest moduleRequest)
    {
        var path = referencingModuleLocation is null
            ? moduleRequest.Specifier
            : Specifiers.Find(graph.Source, referencingModuleLocation, moduleRequest.Specifier);
        return new ResolvedSpecifier(
            moduleRequest,
            path ?? throw new MisuseException($"\"{Texts.Shorten(moduleRequest.Specifier, 100)}\" cannot be imported"),
            null,
            SpecifierType.RelativeOrAbsolute);
    }

    public Module LoadModule(JintEngine engine, ResolvedSpecifier resolved)
    {
        var prepared = graph.Modules[resolved.Key].Module ?? throw new MisuseException($"{resolved.Key} exports nothing");
        return ModuleFactory.BuildSourceTextModule(engine, in prepared);
    }
}
