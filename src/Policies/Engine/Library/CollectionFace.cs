using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Library;

/// <summary>The global <c>Map</c>, <c>Set</c>, <c>WeakMap</c> or <c>WeakSet</c>.</summary>
internal sealed class CollectionFace : FunctionInstance, IConstructor
{
    private readonly Iterators _iterators;

    public CollectionFace(JintEngine engine, Iterators iterators, string kind)
        : base(engine, null, null, strict: false)
    {
        _iterators = iterators;
        Kind = kind;
        Prototype = engine.Function.PrototypeObject;
        Extensible = true;
        Instances = FactReader.NewObject(engine);
        FastAddProperty("prototype", Instances, writable: false, enumerable: false, configurable: false);
        Instances.FastAddProperty("constructor", this, writable: true, enumerable: false, configurable: true);
        AddMethods();
    }

    public string Kind { get; }

    /// <value>The prototype of its instances.</value>
    public ObjectInstance Instances { get; }

    private bool IsMap => Kind is "Map" or "WeakMap";

    /// <summary>The constructor of a class that extends this one comes here with its own new object.</summary>
    public override JsValue Call(JsValue thisObject, JsValue[] arguments)
    {
        if (!HasInstance(thisObject))
        {
            throw new JavaScriptException(Engine.TypeError, $"{Kind} is made with new: new {Kind}(…)");
        }

        return new JsValue(Make(thisObject.AsObject().Prototype, arguments));
    }

    public ObjectInstance Construct(JsValue[] arguments) => Make(Instances, arguments);

    private CollectionObject Make(ObjectInstance prototype, JsValue[] arguments)
    {
        var made = new CollectionObject(Engine, prototype, Kind);
        if (arguments.At(0).IsUndefined() || arguments[0].IsNull())
        {
            return made;
        }

        foreach (var item in _iterators.Walk(arguments[0], $"new {Kind}"))
        {
            if (!IsMap)
            {
                made.Table.Set(Key(item), item);
                continue;
            }

            var pair = item.TryCast<ObjectInstance>()
                ?? throw new JavaScriptException(Engine.TypeError, $"new {Kind} takes pairs [key, value], not {Place.Kind(item)}");
            made.Table.Set(Key(pair.Get("0")), pair.Get("1"));
        }

        return made;
    }

    private JsValue Key(JsValue key) => !Kind.StartsWith("Weak", StringComparison.Ordinal) || key.IsObject()
        ? key
        : throw new JavaScriptException(Engine.TypeError, $"a {Kind} takes objects as keys, not {Place.Kind(key)}");

    private void AddMethods()
    {
        Instances.AddFunction("has", 1, (self, arguments) => This(self).Has(arguments.At(0)));
        Instances.AddFunction("delete", 1, (self, arguments) => This(self).Remove(arguments.At(0)));
        if (IsMap)
        {
            Instances.AddFunction("get", 1, (self, arguments) => This(self).Get(arguments.At(0)) ?? JsValue.Undefined);
            Instances.AddFunction("set", 2, (self, arguments) => Put(self, arguments.At(0), arguments.At(1)));
        }
        else
        {
            Instances.AddFunction("add", 1, (self, arguments) => Put(self, arguments.At(0), arguments.At(0)));
        }

        if (Kind.StartsWith("Weak", StringComparison.Ordinal))
        {
            return;
        }

        if (Kind == "Map")
        {
            this.AddFunction("groupBy", 2, (_, arguments) => Group(arguments.At(0), arguments.At(1)));
        }

        Instances.AddGetter("size", self => This(self).Count);
        Instances.AddFunction("clear", 0, (self, _) => Clear(self));
        Instances.AddFunction("forEach", 1, ForEach);
        Instances.AddFunction("keys", 0, (self, _) => _iterators.New(This(self).Walk().Select(entry => entry.Key)));
        Instances.AddFunction("values", 0, (self, _) => _iterators.New(This(self).Walk().Select(entry => entry.Value)));
        Instances.AddFunction("entries", 0, (self, _) => Entries(self));
        Instances.AddFunction(Symbols.Iterator, 0, (self, _) =>
            IsMap ? Entries(self) : _iterators.New(This(self).Walk().Select(entry => entry.Value)));
    }

    private JsValue Group(JsValue items, JsValue by)
    {
        var keyOf = by.TryCast<ICallable>()
            ?? throw new JavaScriptException(Engine.TypeError, $"Map.groupBy takes a function that gives the key, not {Place.Kind(by)}");
        var index = 0;
        var made = new CollectionObject(Engine, Instances, Kind);
        var groups = new Dictionary<JsValue, List<JsValue>>(KeyComparer.Instance);
        foreach (var item in _iterators.Walk(items, "Map.groupBy"))
        {
            var key = keyOf.Call(JsValue.Undefined, [item, index++]);
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = [];
                made.Table.Set(key, JsValue.Undefined);
            }

            group.Add(item);
        }

        foreach (var (key, group) in groups)
        {
            made.Table.Set(key, FactReader.NewArray(Engine, group));
        }

        return new JsValue(made);
    }

    private JsValue Entries(JsValue self) => _iterators.New(This(self).Walk().Select(entry => _iterators.Pair(entry.Key, entry.Value)));

    private JsValue Put(JsValue self, JsValue key, JsValue value)
    {
        This(self).Set(Key(key), value);
        return self;
    }

    private JsValue Clear(JsValue self)
    {
        This(self).Clear();
        return JsValue.Undefined;
    }

    private JsValue ForEach(JsValue self, JsValue[] arguments)
    {
        var visit = arguments.At(0).TryCast<ICallable>()
            ?? throw new JavaScriptException(Engine.TypeError, $"{Kind}.prototype.forEach takes a function, not {Place.Kind(arguments.At(0))}");
        foreach (var (key, value) in This(self).Walk())
        {
            visit.Call(arguments.At(1), [value, key, self]);
        }

        return JsValue.Undefined;
    }

    private OrderedTable This(JsValue self) => self.TryCast<CollectionObject>() is { } collection && string.Equals(collection.Class, Kind, StringComparison.Ordinal)
        ? collection.Table
        : throw new JavaScriptException(Engine.TypeError, $"a function of {Kind} was called on something else");
}
