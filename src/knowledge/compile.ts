import { writeCompiledKnowledge } from './resources.js';

writeCompiledKnowledge();
