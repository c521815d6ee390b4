using Jint.Native.Object;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>A map or a set of a script; in a set, each value is its own key.</summary>
internal sealed class CollectionObject : ObjectInstance
{
    public CollectionObject(JintEngine engine, ObjectInstance prototype, string kind)
        : base(engine)
    {
        Prototype = prototype;
        Extensible = true;
        Class = kind;
    }

    public override string Class { get; }

    public OrderedTable Table { get; } = new();
}
