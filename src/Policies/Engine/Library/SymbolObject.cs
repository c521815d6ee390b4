using Jint.Native.Object;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>A symbol. The engine's property keys are texts, so a symbol is an object whose text nobody else writes.</summary>
internal sealed class SymbolObject : ObjectInstance
{
    public SymbolObject(JintEngine engine, ObjectInstance prototype, string? description, string key)
        : base(engine)
    {
        Prototype = prototype;
        Description = description;
        Key = key;
    }

    public override string Class => "Symbol";

    public string? Description { get; }

    /// <value>The property key it stands for.</value>
    public string Key { get; }
}
